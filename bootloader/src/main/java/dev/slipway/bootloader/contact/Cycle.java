package dev.slipway.bootloader.contact;

import static dev.slipway.bootloader.protocol.ReportEvent.State.DONE;
import static dev.slipway.bootloader.protocol.ReportEvent.State.FAILED;
import static dev.slipway.bootloader.protocol.ReportEvent.State.STARTED;

import dev.slipway.bootloader.fetch.Downloads;
import dev.slipway.bootloader.home.StateFile;
import dev.slipway.bootloader.install.Plan;
import dev.slipway.bootloader.install.Step;
import dev.slipway.bootloader.install.Workshop;
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
import java.util.function.LongConsumer;

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

    /** Makes the device what {@code bundle} says; true when its software changed. */
    boolean run(Session session, Verified bundle, boolean sessionOver) throws IOException {
        Plan plan = Plan.of(state.get().software(), bundle, sessionOver);
        List<ArtifactRef> artifacts =
                plan.fetches().stream().map(Step.Fetch::artifact).toList();
        downloads.keepOnly(artifacts);
        Map<String, Path> files = fetch(session, plan);
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
        downloads.keepOnly(List.of());
        return plan.changesSoftware();
    }

    private void install(InstallStep step, Map<String, Path> files) throws IOException {
        Path file = files.get(step.artifact().sha256());
        if (file == null) {
            throw new IllegalStateException("a plan installs only what it fetches: " + step.release());
        }
        workshop.install(step, file);
    }

    private Map<String, Path> fetch(Session session, Plan plan) throws IOException {
        List<ArtifactRef> artifacts =
                plan.fetches().stream().map(Step.Fetch::artifact).toList();
        var files = new HashMap<String, Path>();
        if (artifacts.isEmpty()) {
            return files;
        }
        try {
            downloads.requireRoom(artifacts);
            for (Step.Fetch step : plan.fetches()) {
                files.put(step.artifact().sha256(), fetch(session, step.step()));
            }
            return files;
        } catch (Refusal refusal) {
            reporter.note(ReportEvent.Step.DOWNLOAD, FAILED, refusal.code() + ": " + refusal.sentence());
            throw refusal;
        }
    }

    private Path fetch(Session session, InstallStep step) throws IOException {
        ArtifactRef artifact = step.artifact();
        var subject = new Subject(step.release().application(), step.release().version());
        reporter.note(ReportEvent.Step.DOWNLOAD, subject, STARTED, artifact.length() + " bytes");
        LongConsumer reached = artifact.length() == 0
                ? bytes -> {}
                : new Progress(terminal, "download " + subject.application(), artifact.length())::reached;
        Path file = downloads.fetch(session.line(), session.authorization(), artifact, reached);
        reporter.note(ReportEvent.Step.DOWNLOAD, subject, DONE, artifact.length() + " bytes");
        reporter.note(ReportEvent.Step.VERIFY, subject, DONE, "length and hash are those that the release key signed");
        return file;
    }
}
