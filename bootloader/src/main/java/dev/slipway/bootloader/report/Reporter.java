package dev.slipway.bootloader.report;

import dev.slipway.bootloader.home.ReportQueue;
import dev.slipway.bootloader.home.StateFile;
import dev.slipway.bootloader.protocol.ReportEvent;
import dev.slipway.bootloader.protocol.ReportEvent.Outcome;
import dev.slipway.bootloader.protocol.ReportEvent.State;
import dev.slipway.bootloader.protocol.ReportEvent.Step;
import dev.slipway.bootloader.protocol.ReportEvent.Subject;
import dev.slipway.bootloader.protocol.json.Words;
import dev.slipway.bootloader.protocol.trust.BundleCheck.Accepted;
import dev.slipway.bootloader.terminal.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Optional;

/** Writes down each step before the next one begins, and says it. */
public final class Reporter {
    private final ReportQueue queue;
    private final StateFile state;
    private final InstantSource clock;
    private final Terminal terminal;

    public Reporter(ReportQueue queue, StateFile state, InstantSource clock, Terminal terminal) {
        this.queue = queue;
        this.state = state;
        this.clock = clock;
        this.terminal = terminal;
    }

    /** A step about no release. */
    public void note(Step step, State how, String sentence) {
        write(step, Optional.empty(), new Outcome(how, Optional.of(sentence)));
        terminal.say(Words.of(step) + " " + Words.of(how) + ": " + sentence);
    }

    /** A step about a release. */
    public void note(Step step, Subject subject, State how, String sentence) {
        write(step, Optional.of(subject), new Outcome(how, Optional.of(sentence)));
        terminal.say(Words.of(step) + " " + Words.of(how) + ": " + subject.application() + " " + subject.release()
                + (sentence.isEmpty() ? "" : ", " + sentence));
    }

    private void write(Step step, Optional<Subject> subject, Outcome outcome) {
        long version = state.get().accepted().map(Accepted::version).orElse(0L);
        try {
            queue.add(sequence -> new ReportEvent(sequence, clock.instant(), version, subject, step, outcome));
        } catch (IOException e) {
            throw new UncheckedIOException("the report queue cannot be written", e);
        }
    }
}
