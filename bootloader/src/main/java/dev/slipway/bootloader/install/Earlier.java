package dev.slipway.bootloader.install;

import static dev.slipway.bootloader.protocol.ReportEvent.State.DONE;
import static dev.slipway.bootloader.protocol.ReportEvent.State.FAILED;

import dev.slipway.bootloader.home.Durable;
import dev.slipway.bootloader.home.Home;
import dev.slipway.bootloader.home.Installed;
import dev.slipway.bootloader.home.StateFile;
import dev.slipway.bootloader.outcome.Refusal;
import dev.slipway.bootloader.protocol.ReportEvent.Step;
import dev.slipway.bootloader.protocol.ReportEvent.Subject;
import dev.slipway.bootloader.protocol.trust.EarlierSoftware;
import dev.slipway.bootloader.report.Reporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Removes client software of an older product, once, after the release that replaces it runs. */
final class Earlier {
    private final Home home;
    private final StateFile state;
    private final Reporter reporter;
    private final Tools tools;

    Earlier(Home home, StateFile state, Reporter reporter, Tools tools) {
        this.home = home;
        this.state = state;
        this.reporter = reporter;
        this.tools = tools;
    }

    /** Removes all of {@code earlier} and remembers that; what is not there is as good as removed. */
    void clear(String application, List<EarlierSoftware> earlier) throws IOException {
        Installed installed =
                Objects.requireNonNull(state.get().software().applications().get(application), application);
        var subject = new Subject(application, installed.version());
        for (EarlierSoftware software : earlier) {
            try {
                String what = remove(software);
                reporter.note(Step.REMOVE, subject, DONE, what);
            } catch (Refusal refusal) {
                reporter.note(Step.REMOVE, subject, FAILED, refusal.code() + ": " + refusal.sentence());
                throw refusal;
            }
        }
        state.software(software -> software.with(application, installed.clear()));
    }

    private String remove(EarlierSoftware software) throws IOException {
        if (software instanceof EarlierSoftware.DebPackage deb) {
            if (!tools.debs().isInstalled(deb.name())) {
                return "the earlier package " + deb.name() + " is not installed";
            }
            tools.debs().remove(deb.name());
            return "the earlier package " + deb.name() + " is gone";
        }
        return remove((EarlierSoftware.InDirectory) software);
    }

    private String remove(EarlierSoftware.InDirectory software) throws IOException {
        Path directory = Path.of(software.path()).toAbsolutePath().normalize();
        Path own = home.directory().toAbsolutePath().normalize();
        if (own.startsWith(directory) || directory.startsWith(own)) {
            throw Refusal.check(
                    "remove.own-directory",
                    "The release wants to remove " + directory + ", where the Bootloader itself lives; correct it.");
        }
        if (!Files.isDirectory(directory)) {
            return "the earlier software in " + directory + " is not there";
        }
        Optional<Path> script =
                software.uninstallScript().map(directory::resolve).filter(Files::isRegularFile);
        if (script.isPresent()) {
            tools.scripts().run(script.get(), Map.of());
        }
        Durable.deleteTree(directory);
        return "the earlier software in " + directory + " is gone";
    }
}
