package dev.slipway.bootloader.install;

import dev.slipway.bootloader.home.Home;
import dev.slipway.bootloader.home.StateFile;
import dev.slipway.bootloader.report.Reporter;
import java.io.IOException;
import java.time.Duration;

/**
 * Everything that changes the device's software, with the tools of this machine.
 *
 * @param installer installs and uninstalls releases
 * @param configuring writes settings
 * @param earlier removes what releases replace
 */
public record Workshop(Installer installer, Configuring configuring, Earlier earlier) {

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
