package dev.slipway.bootloader.protocol.trust;

/**
 * One release for one target.
 *
 * @param application its name
 * @param version as its makers write it
 * @param target a key of {@link ReleaseDocument#targets}
 */
public record ReleaseRef(String application, String version, String target) {
    public ReleaseRef {
        Names.application(application);
        Names.version(version);
        Names.target(target);
    }
}
