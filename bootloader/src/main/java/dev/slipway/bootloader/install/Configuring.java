package dev.slipway.bootloader.install;

import static dev.slipway.bootloader.protocol.ReportEvent.State.DONE;

import dev.slipway.bootloader.home.Home;
import dev.slipway.bootloader.home.Software;
import dev.slipway.bootloader.home.StateFile;
import dev.slipway.bootloader.home.Written;
import dev.slipway.bootloader.protocol.ReportEvent.Step;
import dev.slipway.bootloader.protocol.trust.SettingValue;
import dev.slipway.bootloader.report.Reporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the settings of applications and the policies of the device. */
final class Configuring {
    private final Home home;
    private final StateFile state;
    private final Reporter reporter;

    Configuring(Home home, StateFile state, Reporter reporter) {
        this.home = home;
        this.state = state;
        this.reporter = reporter;
    }

    /** Writes {@code settings} of {@code application}, or of {@link Software#POLICIES}; quiet when nothing changes. */
    void configure(String application, Map<String, SettingValue> settings) throws IOException {
        Written before = state.get().software().settings().getOrDefault(application, Written.NONE);
        if (settings.isEmpty() && before.equals(Written.NONE)) {
            return;
        }
        Path file = file(application);
        Written written = new SettingsFile(file).apply(settings, before);
        if (!written.equals(before)) {
            state.software(software -> software.wrote(application, written));
            reporter.note(
                    Step.CONFIGURE,
                    DONE,
                    settings.size() + " settings in " + file.getFileName() + " of "
                            + (application.equals(Software.POLICIES) ? "the device" : application));
        }
    }

    private Path file(String application) throws IOException {
        if (application.equals(Software.POLICIES)) {
            return home.directory().resolve("policies.properties");
        }
        Path directory = home.applications().resolve(application);
        Files.createDirectories(directory);
        return directory.resolve("settings.properties");
    }
}
