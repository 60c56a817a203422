package dev.slipway.bootloader.install;

import dev.slipway.bootloader.protocol.trust.ArtifactRef;
import dev.slipway.bootloader.protocol.trust.EarlierSoftware;
import dev.slipway.bootloader.protocol.trust.InstallStep;
import dev.slipway.bootloader.protocol.trust.SettingValue;
import java.util.List;
import java.util.Map;

/** One thing to do on the way to what the bundle says. */
public sealed interface Step {
    /** Bring the artifact that {@code step} needs. */
    record Fetch(InstallStep step) implements Step {
        /** What to bring. */
        public ArtifactRef artifact() {
            return step.artifact();
        }
    }

    /** Uninstall an application that is no longer assigned. */
    record Remove(String application) implements Step {}

    /** Write settings; {@code application} may be {@link dev.slipway.bootloader.home.Software#POLICIES}. */
    record Configure(String application, Map<String, SettingValue> settings) implements Step {}

    /** Install a release and make it the current one. */
    record Install(InstallStep step) implements Step {}

    /** Remove what an installed release replaces. */
    record Clear(String application, List<EarlierSoftware> earlier) implements Step {}

    /** Leave a release for the time when nobody works on the device. */
    record Defer(InstallStep step) implements Step {}
}
