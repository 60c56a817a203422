package dev.slipway.app;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.ledger.ChangeReader;
import dev.slipway.base.fleet.ledger.FleetReader;
import dev.slipway.core.bundle.Bundles;
import dev.slipway.core.enroll.roster.Roster;
import dev.slipway.core.enroll.roster.RosterFilling;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps the roster true: filled at start, told of this node's own commits at once, and of all others once a second
 * from the
 * change log.
 */
final class ReadModel implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final System.Logger LOG = System.getLogger(ReadModel.class.getName());

    private final Roster roster = new Roster();
    private final ChangeReader changes;
    private final Consumer<List<Change>> first;
    private final InstantSource clock;
    private final ConcurrentSkipListSet<Long> own = new ConcurrentSkipListSet<>();
    private final ScheduledExecutorService reading = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("change-log").factory());
    private Duration filledIn = Duration.ZERO;
    private long horizon;
    private volatile long readAt;

    private ReadModel(ChangeReader changes, Consumer<List<Change>> first, InstantSource clock) {
        this.changes = changes;
        this.first = first;
        this.clock = clock;
    }

    /**
     * Fills the roster, then keeps reading.
     *
     * @param first told of the changes that this node did not commit through its ledger, before documents become stale
     *     by them: what is made anew then must not be made of what was known before
     */
    static ReadModel start(FleetReader fleet, ChangeReader changes, Consumer<List<Change>> first, InstantSource clock) {
        var model = new ReadModel(changes, first, clock);
        long began = System.nanoTime();
        model.horizon = fleet.read(Bundles.FILE, new RosterFilling(model.roster, Bundles::renewal));
        model.roster.settle();
        model.filledIn = Duration.ofNanos(System.nanoTime() - began);
        model.readAt = clock.millis();
        var _ = model.reading.scheduleWithFixedDelay(
                model::read, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return model;
    }

    Roster roster() {
        return roster;
    }

    /** How long it took to load at start. */
    Duration filledIn() {
        return filledIn;
    }

    /** This node committed; called by the ledger before the writer is told so. */
    void committed(List<Change> committed) {
        for (Change change : committed) {
            own.add(change.serial());
            roster.heard(change);
        }
    }

    /** How long ago the change log was last read to its end. */
    Duration lag() {
        return Duration.ofMillis(clock.millis() - readAt);
    }

    private void read() {
        try {
            ChangeReader.Read step;
            do {
                step = changes.after(horizon);
                List<Change> others = step.changes().stream()
                        .filter(change -> !own.contains(change.serial()))
                        .toList();
                first.accept(others);
                others.forEach(roster::heard);
                horizon = step.horizon();
                own.headSet(horizon).clear();
            } while (step.more());
            readAt = clock.millis();
        } catch (Refusal unavailable) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "event=change-log-unread lag={0} reason={1}",
                    lag(),
                    unavailable.code());
        }
    }

    @Override
    public void close() {
        reading.shutdownNow();
    }
}
