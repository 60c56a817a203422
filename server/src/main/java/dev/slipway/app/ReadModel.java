package dev.slipway.app;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.ledger.ChangeReader;
import dev.slipway.base.fleet.ledger.FleetDevice;
import dev.slipway.base.fleet.ledger.FleetReader;
import dev.slipway.core.bundle.Bundles;
import dev.slipway.core.enroll.roster.Roster;
import dev.slipway.core.enroll.roster.RosterFilling;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Keeps the roster true: filled while the server answers already, told of this node's own commits at once, and of all
 * others once a second from the change log.
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
    private final ExecutorService filling = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("roster-filling").factory());
    private final AtomicLong horizon = new AtomicLong();
    private volatile Duration filledIn = Duration.ZERO;
    private volatile long readAt;

    private ReadModel(ChangeReader changes, Consumer<List<Change>> first, InstantSource clock) {
        this.changes = changes;
        this.first = first;
        this.clock = clock;
        this.readAt = clock.millis();
    }

    /**
     * Begins to fill the roster and keeps reading. Devices are answered meanwhile: one that was not shown yet from SQL.
     *
     * @param files the documents whose marks are read
     * @param first told of the changes that this node did not commit through its ledger, before documents become stale
     *     by them: what is made anew then must not be made of what was known before
     */
    static ReadModel start(Fleet fleet, List<String> files, Consumer<List<Change>> first, InstantSource clock) {
        var model = new ReadModel(fleet.changes(), first, clock);
        model.filling.execute(() -> model.fill(fleet.reader(), files));
        return model;
    }

    /** All devices, and what changes for them. */
    record Fleet(FleetReader reader, ChangeReader changes) {}

    private void fill(FleetReader fleet, List<String> files) {
        long began = System.nanoTime();
        try {
            fleet.read(files, new RosterFilling(roster, ReadModel::renewal, this::follow));
        } catch (Refusal unavailable) {
            LOG.log(System.Logger.Level.WARNING, "event=roster-unfilled reason={0}", unavailable.code());
            CompletableFuture.delayedExecutor(EVERY.toMillis(), TimeUnit.MILLISECONDS, filling)
                    .execute(() -> fill(fleet, files));
            return;
        }
        roster.settle();
        filledIn = Duration.ofNanos(System.nanoTime() - began);
        LOG.log(System.Logger.Level.INFO, "event=roster-filled devices={0} in={1}", roster.size(), filledIn);
    }

    /** A bundle is made again before it ends; a file of a phone has no end of its own. */
    private static Instant renewal(FleetDevice.Mark mark) {
        return mark.file().equals(Bundles.FILE) ? Bundles.renewal(mark.expires()) : mark.expires();
    }

    /** From the first view of the fleet on, every change is heard. */
    private void follow(long from) {
        if (horizon.compareAndSet(0, from)) {
            long millis = EVERY.toMillis();
            var _ = reading.scheduleWithFixedDelay(this::read, millis, millis, TimeUnit.MILLISECONDS);
        }
    }

    Roster roster() {
        return roster;
    }

    /** How long it took to load at start; zero until then. */
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
                step = changes.after(horizon.get());
                List<Change> others = step.changes().stream()
                        .filter(change -> !own.contains(change.serial()))
                        .toList();
                first.accept(others);
                others.forEach(roster::heard);
                horizon.set(step.horizon());
                own.headSet(step.horizon()).clear();
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
        filling.shutdownNow();
        reading.shutdownNow();
    }
}
