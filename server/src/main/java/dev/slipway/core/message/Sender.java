package dev.slipway.core.message;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Message;
import dev.slipway.base.fleet.messages.Outbox;
import dev.slipway.base.fleet.messages.Outbox.Due;
import dev.slipway.base.fleet.messages.Outbox.Settled;
import dev.slipway.base.fleet.messages.Receipt;
import dev.slipway.base.jobs.Backoff;
import dev.slipway.base.jobs.Lookout;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Sends what waits in the outboxes, on every server of the house at once.
 *
 * <p>One thread claims messages, as many as each gateway may take; each is tried in a virtual thread of its own;
 * another one writes what came of them, all that is at hand in one transaction. Nothing is remembered here that a
 * kill could lose: a claim ends by itself after {@link #CLAIM}.
 */
public final class Sender implements AutoCloseable {
    /** Longer than any attempt: {@link Attempt#GATEWAYS_MAX} gateways of {@link MessageGateway#SEND_WITHIN} each. */
    static final Duration CLAIM = Duration.ofMinutes(3);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int PAUSE_FACTOR = 3;
    private static final Duration SETTLE_WITHIN = Duration.ofSeconds(1);
    private static final int SETTLED_MAX = 500;
    /** A gateway that pauses hands on so many at once to the others. */
    private static final int HANDED_ON_MAX = 16;

    private static final System.Logger LOG = System.getLogger(Sender.class.getPackageName());

    private final Rooms rooms;
    private final InstantSource clock;
    private final Lanes lanes;
    private final Attempt.Desk desk;
    private final Lookout lookout = new Lookout("messages");
    private final BlockingQueue<Done> done = new LinkedBlockingQueue<>();
    private final AtomicInteger begun = new AtomicInteger();

    /** What it works with. */
    public record Rooms(
            Outbox outbox,
            Ledger ledger,
            Suppliers suppliers,
            Function<Id<Tenant>, Optional<Tenant>> tenants,
            ReceiptAddress receipts,
            MessageCounts counts) {}

    private record Done(Lane lane, Settled settled) {}

    private Sender(Rooms rooms, RandomGenerator random, InstantSource clock) {
        this.rooms = rooms;
        this.clock = clock;
        this.lanes = new Lanes(rooms.suppliers(), clock, this::note);
        this.desk = new Attempt.Desk(
                lanes,
                new Routing(rooms.suppliers()),
                rooms.receipts(),
                new Backoff(FIRST_PAUSE, PAUSE_FACTOR, Attempt.PAUSE_MAX, random),
                clock);
    }

    /** Begins. */
    public static Sender start(Rooms rooms, RandomGenerator random, InstantSource clock) {
        Sender sender = new Sender(rooms, random, clock);
        sender.lookout.start(sender::look);
        sender.lookout.execute(sender::settle);
        return sender;
    }

    private boolean note(GatewaySetup gateway, Receipt receipt) {
        return rooms.ledger()
                .lookups()
                .gateway(gateway.id())
                .filter(owned -> rooms.ledger()
                        .note(owned.tenant(), stores -> stores.messages().note(gateway.id(), receipt)))
                .isPresent();
    }

    /** Claims once for each gateway that has something due; how many messages that began. */
    private int look() {
        int claimed = 0;
        for (Due due : rooms.outbox().due(clock.instant())) {
            Optional<Tenant> tenant = rooms.tenants().apply(due.tenant());
            if (tenant.isPresent()) {
                claimed += look(due, tenant.get());
            }
        }
        return claimed;
    }

    private int look(Due due, Tenant tenant) {
        Lane lane = lanes.of(due.gateway());
        Instant now = clock.instant();
        boolean pauses = lane.breaker().isOpen(now);
        int room = pauses ? HANDED_ON_MAX : lane.room(now);
        if (room == 0) {
            return 0;
        }
        Batch batch = batch(due, tenant);
        return pauses && batch.others().isEmpty() ? 0 : begin(due, tenant, lane, room, batch);
    }

    /** What the messages of one claim share, by one look. */
    private record Batch(Writing writing, List<GatewaySetup> others) {}

    private Batch batch(Due due, Tenant tenant) {
        return rooms.ledger()
                .read(
                        tenant.id(),
                        stores -> new Batch(
                                new Writing(tenant, stores.wordings().all()),
                                stores.gateways().all().stream()
                                        .filter(other ->
                                                !other.id().equals(due.gateway().id()))
                                        .filter(other -> desk.routing().isAlike(other, due.gateway()))
                                        .toList()));
    }

    private int begin(Due due, Tenant tenant, Lane lane, int room, Batch batch) {
        Instant now = clock.instant();
        List<Message> claimed = rooms.outbox().claim(due, room, new Outbox.Claim(now, now.plus(CLAIM)));
        lane.enter(claimed.size());
        begun.addAndGet(claimed.size());
        for (Message message : claimed) {
            var attempt = new Attempt(desk, tenant, lane, batch.others(), message);
            lookout.execute(() -> run(attempt, batch.writing()));
        }
        return claimed.size();
    }

    /** Of an attempt that fails itself nothing is known: its claim ends, and it is made again. */
    private void run(Attempt attempt, Writing writing) {
        try {
            done.add(new Done(attempt.first(), attempt.run(writing)));
        } catch (RuntimeException fault) {
            LOG.log(
                    Level.ERROR,
                    "event=attempt-failed message=" + attempt.message().id(),
                    fault);
            attempt.first().leave(1);
            begun.decrementAndGet();
        }
    }

    private void settle() {
        List<Done> waiting = new ArrayList<>();
        while (!lookout.isEnded() || begun.get() > 0) {
            try {
                if (waiting.isEmpty()) {
                    Optional.ofNullable(done.poll(SETTLE_WITHIN.toMillis(), TimeUnit.MILLISECONDS))
                            .ifPresent(waiting::add);
                    done.drainTo(waiting, SETTLED_MAX);
                }
                settle(waiting);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException fault) {
                LOG.log(Level.ERROR, "event=settle-failed messages=" + waiting.size(), fault);
                lookout.pause();
            }
        }
    }

    /** They count as on their way until it is written what came of them; then there is room for the next ones. */
    private void settle(List<Done> waiting) {
        if (waiting.isEmpty()) {
            return;
        }
        rooms.outbox().settle(waiting.stream().map(Done::settled).toList());
        waiting.forEach(one -> one.lane().leave(1));
        waiting.forEach(one -> rooms.counts().add(one.settled().state()));
        begun.addAndGet(-waiting.size());
        waiting.clear();
        lookout.call();
    }

    /** Claims no more and waits a little for what is on its way; what takes longer is claimed again by others. */
    @Override
    public void close() {
        if (!lookout.end()) {
            LOG.log(Level.WARNING, "event=messages-left count={0}", begun.get());
        }
        lanes.retireAll();
    }
}
