package dev.slipway.bootloader.contact;

import static dev.slipway.bootloader.protocol.ReportEvent.State.DONE;
import static dev.slipway.bootloader.protocol.ReportEvent.State.FAILED;
import static dev.slipway.bootloader.protocol.ReportEvent.State.STARTED;

import dev.slipway.bootloader.fetch.Downloads;
import dev.slipway.bootloader.home.StateFile;
import dev.slipway.bootloader.install.Plan;
import dev.slipway.bootloader.install.Step;
import dev.slipway.bootloader.install.Workshop;
import dev.slipway.bootloader.outcome.Exit;
import dev.slipway.bootloader.outcome.Refusal;
import dev.slipway.bootloader.protocol.ReportEvent;
import dev.slipway.bootloader.protocol.ReportEvent.Subject;
import dev.slipway.bootloader.protocol.trust.ArtifactRef;
import dev.slipway.bootloader.protocol.trust.BundleCheck.Verified;
import dev.slipway.bootloader.protocol.trust.InstallStep;
import dev.slipway.bootloader.report.Reporter;
import dev.slipway.bootloader.terminal.Progress;
import dev.slipway.bootloader.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Carries out one plan: everything is fetched and checked first, then done in order; the first failure ends it. */
final class Cycle {
    private final StateFile state;
    private final Downloads downloads;
    private final Workshop workshop;
    private final Reporter reporter;
    private final Terminal terminal;

    Cycle(StateFile state, Downloads downloads, Workshop workshop, Reporter reporter, Terminal terminal) {
        this.state = state;
        this.downloads = downloads;
        this.workshop = workshop;
        this.reporter = reporter;
        this.terminal = terminal;
    }

    /** Where the bytes of an artifact come from that is not here yet. */
    @FunctionalInterface
    interface Supply {
        /** Nowhere: what is not here is refused with {@code download.missing}. */
        Supply NONE = (artifact, reached) -> {
            throw new Refusal(
                    "download.missing",
                    "Not everything was downloaded that shall be installed (" + artifact.length()
                            + " bytes are missing); with the server in reach run: bootloader check-now"
                            + " --download-only",
                    Exit.NOT_FOUND);
        };

        /** The file of {@code artifact}, whose hash is right; {@code reached} is told how many bytes are there. */
        Path file(ArtifactRef artifact, LongConsumer reached) throws IOException;
    }

    /** Makes the device what {@code bundle} says. */
    void run(Supply supply, Verified bundle, boolean sessionOver) throws IOException {
        Plan plan = Plan.of(state.get().software(), bundle, sessionOver);
        List<ArtifactRef> waiting =
                plan.deferred().stream().map(InstallStep::artifact).toList();
        Map<String, Path> files = fetch(supply, plan, waiting);
        for (Step step : plan.steps()) {
            if (step instanceof Step.Install install) {
                install(install.step(), files);
            } else if (step instanceof Step.Defer defer) {
                terminal.say("later: " + defer.step().release().application() + " "
                        + defer.step().release().version() + " waits until nobody works here (--session-over)");
            } else if (!(step instanceof Step.Fetch)) {
                workshop.carryOut(step);
            }
        }
        downloads.keepOnly(waiting);
    }

    /** Brings everything here that {@code bundle} names, also what waits, and changes nothing else. */
    void fetch(Supply supply, Verified bundle) throws IOException {
        fetch(supply, Plan.of(state.get().software(), bundle, true), List.of());
    }

    private void install(InstallStep step, Map<String, Path> files) throws IOException {
        Path file = files.get(step.artifact().sha256());
        if (file == null) {
            throw new IllegalStateException("a plan installs only what it fetches: " + step.release());
        }
        workshop.install(step, file);
    }

    private Map<String, Path> fetch(Supply supply, Plan plan, List<ArtifactRef> waiting) throws IOException {
        List<ArtifactRef> artifacts =
                plan.fetches().stream().map(Step.Fetch::artifact).toList();
        downloads.keepOnly(Stream.concat(artifacts.stream(), waiting.stream()).toList());
        var files = new HashMap<String, Path>();
        if (artifacts.isEmpty()) {
            return files;
        }
        try {
            downloads.requireRoom(artifacts);
            for (Step.Fetch step : plan.fetches()) {
                files.put(step.artifact().sha256(), fetch(supply, step.step()));
            }
            return files;
        } catch (Refusal refusal) {
            reporter.note(ReportEvent.Step.DOWNLOAD, FAILED, refusal.code() + ": " + refusal.sentence());
            throw refusal;
        }
    }

    private Path fetch(Supply supply, InstallStep step) throws IOException {
        ArtifactRef artifact = step.artifact();
        var subject = new Subject(step.release().application(), step.release().version());
        Optional<Path> here = downloads.find(artifact);
        Path file = here.isPresent() ? here.get() : download(supply, subject, artifact);
        reporter.note(ReportEvent.Step.VERIFY, subject, DONE, "length and hash are those that the release key signed");
        return file;
    }

    private Path download(Supply supply, Subject subject, ArtifactRef artifact) throws IOException {
        reporter.note(ReportEvent.Step.DOWNLOAD, subject, STARTED, artifact.length() + " bytes");
        LongConsumer reached = artifact.length() == 0
                ? bytes -> {}
                : new Progress(terminal, "download " + subject.application(), artifact.length())::reached;
        Path file = supply.file(artifact, reached);
        reporter.note(ReportEvent.Step.DOWNLOAD, subject, DONE, artifact.length() + " bytes");
        return file;
    }
}
