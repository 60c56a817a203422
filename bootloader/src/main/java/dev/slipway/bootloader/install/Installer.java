package dev.slipway.bootloader.install;

import static dev.slipway.bootloader.protocol.ReportEvent.State.DONE;
import static dev.slipway.bootloader.protocol.ReportEvent.State.FAILED;
import static dev.slipway.bootloader.protocol.ReportEvent.State.STARTED;

import dev.slipway.bootloader.fetch.DiskSpace;
import dev.slipway.bootloader.home.Durable;
import dev.slipway.bootloader.home.Home;
import dev.slipway.bootloader.home.Installed;
import dev.slipway.bootloader.home.StateFile;
import dev.slipway.bootloader.home.Undertaking;
import dev.slipway.bootloader.outcome.Refusal;
import dev.slipway.bootloader.protocol.ReportEvent;
import dev.slipway.bootloader.protocol.ReportEvent.Subject;
import dev.slipway.bootloader.protocol.archive.ArchiveRefused;
import dev.slipway.bootloader.protocol.trust.ArtifactRef.Kind;
import dev.slipway.bootloader.protocol.trust.InstallStep;
import dev.slipway.bootloader.report.Reporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Installs one release at a time, each wholly or not at all.
 *
 * <p>The undertaking is written down; the new directory is made beside the old one and synced; its script runs; the
 * link is switched; its check runs; then one rename of the state ends the undertaking and records the release.
 * Whatever ends this earlier, a refusal now or a power cut found at the next start, goes back the same way: link,
 * package and script of what ran before, and the new directory is gone.
 */
final class Installer {
    /** The name that a Debian package gets in its release's directory. */
    private static final String DEB_FILE = "package.deb";

    private final Home home;
    private final StateFile state;
    private final Reporter reporter;
    private final Tools tools;

    Installer(Home home, StateFile state, Reporter reporter, Tools tools) {
        this.home = home;
        this.state = state;
        this.reporter = reporter;
        this.tools = tools;
    }

    /** Rolls back what a killed process left open. */
    void recover() throws IOException {
        Optional<Undertaking> open = state.get().software().open();
        if (open.isPresent()) {
            tools.scripts().endLeftOver();
            rollBack(open.get(), "the installation was interrupted");
        }
    }

    /**
     * Installs {@code step} from {@code file}, whose hash is right, and makes it the current release.
     *
     * @throws Refusal when it was rolled back; what ran before runs
     */
    void install(InstallStep step, Path file) throws IOException {
        String application = step.release().application();
        Kind kind = step.artifact().kind();
        if (kind == Kind.DEB) {
            tools.debs().requireRights();
        }
        Slot slot = slot(application);
        Files.createDirectories(slot.directory());
        Optional<String> from = current(application).map(Installed::directory);
        String version = step.release().version();
        var open = new Undertaking(application, version, kind, slot.freeName(version));
        state.software(software -> software.begin(open));
        reporter.note(ReportEvent.Step.INSTALL, subject(open), STARTED, "");
        attempt(open, file);
        state.software(software -> software.with(
                application, new Installed(version, step.artifact().sha256(), kind, open.to(), from, false)));
        reporter.note(ReportEvent.Step.INSTALL, subject(open), DONE, "");
        slot.keepOnly(open.to(), from);
    }

    /** Uninstalls an application with its settings; repeatable after a crash. */
    void remove(String application) throws IOException {
        Installed installed = current(application).orElseThrow();
        var subject = new Subject(application, installed.version());
        reporter.note(ReportEvent.Step.REMOVE, subject, STARTED, "");
        Slot slot = slot(application);
        Path directory = slot.release(installed.directory());
        if (installed.kind() == Kind.DEB) {
            removeDeb(directory);
        }
        Optional<Path> script = Scripts.find(directory, "uninstall");
        if (script.isPresent()) {
            tools.scripts().run(script.get(), environment(application, installed.version()));
        }
        slot.switchOff();
        Durable.deleteTree(slot.directory());
        state.software(software -> software.without(application));
        reporter.note(ReportEvent.Step.REMOVE, subject, DONE, "");
    }

    private void attempt(Undertaking open, Path file) throws IOException {
        try {
            place(open, file);
            activate(open);
        } catch (Refusal refusal) {
            throw failed(open, refusal);
        } catch (ArchiveRefused refused) {
            throw failed(open, Refusal.check(refused.code(), String.valueOf(refused.getMessage())));
        } catch (IOException failure) {
            throw failed(open, explained(failure));
        } catch (UncheckedIOException failure) {
            throw failed(open, explained(new IOException(failure)));
        }
    }

    private void place(Undertaking open, Path file) throws IOException {
        Slot slot = slot(open.application());
        Durable.deleteTree(slot.unpacked());
        if (open.kind() == Kind.DEB) {
            Files.createDirectory(slot.unpacked());
            Files.copy(file, slot.unpacked().resolve(DEB_FILE));
            Durable.syncTree(slot.unpacked());
        } else {
            tools.unpacking().unpack(file, slot.unpacked());
        }
        Durable.move(slot.unpacked(), slot.release(open.to()));
    }

    private void activate(Undertaking open) throws IOException {
        Slot slot = slot(open.application());
        Path directory = slot.release(open.to());
        setUp(open.application(), open.version(), open.kind(), directory);
        slot.switchTo(open.to());
        Optional<Path> check = Scripts.find(directory, "check");
        if (check.isPresent()) {
            tools.scripts().run(check.get(), environment(open.application(), open.version()));
            reporter.note(ReportEvent.Step.VERIFY, subject(open), DONE, "the new software checked itself");
        }
    }

    /** What an installation does outside its own directory, if it does anything there. */
    private void setUp(String application, String version, Kind kind, Path directory) throws IOException {
        if (kind == Kind.DEB) {
            tools.debs().install(directory.resolve(DEB_FILE));
        } else if (kind == Kind.EXEC) {
            Path script = Scripts.find(directory, "install")
                    .orElseThrow(() -> Refusal.check(
                            "install.no-script",
                            "The archive has no script named install; add one, or publish it as files."));
            tools.scripts().run(script, environment(application, version));
        }
    }

    private RuntimeException failed(Undertaking open, Refusal refusal) throws IOException {
        rollBack(open, refusal.sentence());
        reporter.note(ReportEvent.Step.INSTALL, subject(open), FAILED, refusal.code() + ": " + refusal.sentence());
        return refusal;
    }

    private Refusal explained(IOException failure) throws IOException {
        return DiskSpace.explain(
                home.directory(),
                failure,
                cause -> Refusal.check("install.failed", "It could not be written: " + cause.getMessage() + "."));
    }

    private void rollBack(Undertaking open, String why) throws IOException {
        Slot slot = slot(open.application());
        Optional<Installed> before = current(open.application());
        Path placed = slot.release(open.to());
        undo(open, placed, before);
        if (before.isPresent()) {
            slot.switchTo(before.get().directory());
        } else {
            slot.switchOff();
        }
        Durable.deleteTree(placed);
        Durable.deleteTree(slot.unpacked());
        state.software(software -> software.rolledBack());
        String runs =
                before.map(installed -> installed.version() + " runs as before").orElse("nothing was installed");
        reporter.note(ReportEvent.Step.ROLLBACK, subject(open), DONE, why + " Therefore " + runs + ".");
    }

    /**
     * Takes back what was set up outside the directory; a script that fails here cannot keep the device from going
     * back.
     */
    private void undo(Undertaking open, Path placed, Optional<Installed> before) throws IOException {
        if (open.kind() == Kind.FILES || !Files.exists(placed)) {
            return;
        }
        try {
            if (open.kind() == Kind.EXEC) {
                runIfThere(placed, "uninstall", environment(open.application(), open.version()));
            } else if (before.isEmpty()) {
                removeDeb(placed);
            }
            if (before.isPresent()) {
                Installed old = before.get();
                Path directory = slot(open.application()).release(old.directory());
                setUp(open.application(), old.version(), old.kind(), directory);
            }
        } catch (Refusal refusal) {
            reporter.note(ReportEvent.Step.ROLLBACK, subject(open), FAILED, refusal.code() + ": " + refusal.sentence());
        }
    }

    private void runIfThere(Path directory, String name, Map<String, String> environment) throws IOException {
        Optional<Path> script = Scripts.find(directory, name);
        if (script.isPresent()) {
            tools.scripts().run(script.get(), environment);
        }
    }

    private void removeDeb(Path directory) throws IOException {
        Path deb = directory.resolve(DEB_FILE);
        if (Files.exists(deb)) {
            String name = tools.debs().nameOf(deb);
            if (tools.debs().isInstalled(name)) {
                tools.debs().remove(name);
            }
        }
    }

    private Map<String, String> environment(String application, String version) {
        return Map.of(
                "SLIPWAY_APP",
                application,
                "SLIPWAY_VERSION",
                version,
                "SLIPWAY_HOME",
                home.directory().toAbsolutePath().toString(),
                "SLIPWAY_SETTINGS",
                slot(application).settings().toAbsolutePath().toString());
    }

    private Optional<Installed> current(String application) {
        return Optional.ofNullable(state.get().software().applications().get(application));
    }

    private Slot slot(String application) {
        return new Slot(home.applications().resolve(application), tools.links());
    }

    private static Subject subject(Undertaking open) {
        return new Subject(open.application(), open.version());
    }
}
