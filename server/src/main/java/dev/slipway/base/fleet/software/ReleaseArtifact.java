package dev.slipway.base.fleet.software;

/**
 * The artifact of a release for one target.
 *
 * @param target such as {@code linux-x86_64} or {@code any}
 * @param kind {@code files}, {@code exec} or {@code deb}
 */
public record ReleaseArtifact(String target, String kind, Artifact artifact) {}
