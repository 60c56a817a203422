package dev.slipway.bootloader.install;

import dev.slipway.bootloader.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What an installer works with on this machine.
 *
 * @param scripts runs them
 * @param debs the machine's packages
 * @param unpacking opens archives
 * @param links whether symbolic links are for everybody here; on Windows they are not
 */
record Tools(Scripts scripts, Debs debs, Unpacking unpacking, boolean links) {

    /** The tools of the machine that this runs on. */
    static Tools of(Home home, Duration scriptLimit) {
        var scripts = new Scripts(home.log(), home.directory().resolve("script.pid"), scriptLimit);
        boolean packages = Files.isWritable(Path.of("/var/lib/dpkg"));
        var debs = new Debs(scripts, home.directory(), List.of("dpkg"), packages);
        boolean windows = home.directory().getFileSystem().getSeparator().equals("\\");
        return new Tools(scripts, debs, new Archives(), !windows);
    }
}
