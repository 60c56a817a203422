package dev.slipway.bootloader.install;

import dev.slipway.bootloader.home.Home;
import dev.slipway.bootloader.home.StateFile;
import dev.slipway.bootloader.protocol.trust.InstallStep;
import dev.slipway.bootloader.report.Reporter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Everything that changes the device's software, with the tools of this machine. */
public final class Workshop {
    private final Installer installer;
    private final Configuring configuring;
    private final Earlier earlier;

    private Workshop(Installer installer, Configuring configuring, Earlier earlier) {
        this.installer = installer;
        this.configuring = configuring;
        this.earlier = earlier;
    }

    /** The workshop of a Bootloader whose scripts may run so long. */
    public static Workshop of(Home home, StateFile state, Reporter reporter, Duration scriptLimit) {
        return of(home, state, reporter, Tools.of(home, scriptLimit));
    }

    static Workshop of(Home home, StateFile state, Reporter reporter, Tools tools) {
        return new Workshop(
                new Installer(home, state, reporter, tools),
                new Configuring(home, state, reporter),
                new Earlier(home, state, reporter, tools));
    }

    /** Rolls back what a killed process left open. */
    public void recover() throws IOException {
        installer.recover();
    }

    /** Installs {@code step} from {@code file}, whose hash is right, or leaves what ran before and refuses. */
    public void install(InstallStep step, Path file) throws IOException {
        installer.install(step, file);
    }

    /** Uninstalls an application with its settings. */
    public void remove(String application) throws IOException {
        installer.remove(application);
    }

    /** Does one step that needs no file. */
    public void carryOut(Step step) throws IOException {
        if (step instanceof Step.Remove remove) {
            installer.remove(remove.application());
        } else if (step instanceof Step.Configure configure) {
            configuring.configure(configure.application(), configure.settings());
        } else if (step instanceof Step.Clear clear) {
            earlier.clear(clear.application(), clear.earlier());
        } else {
            throw new IllegalArgumentException("this step needs a file or nothing at all: " + step);
        }
    }
}
