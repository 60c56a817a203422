package dev.slipway.admin.cli.simulate;

import dev.slipway.admin.cli.simulate.World.Answer;
import java.util.List;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Plays one part: the calling thread sends what is due and takes what came back, so that phones need no locks. What is
 * under way is bounded, and a phone that has to wait for that is timed from the moment at which it wanted to ask
 * (Tene, "How NOT to measure latency": coordinated omission).
 */
final class Play {
    /** Connections at once; some systems give a process no more than 4,096 files. */
    static final int AT_ONCE_MAX = 2_000;

    /** It is looked this often at least whether somebody wants an end. */
    private static final long LOOK_NANOS = 5_000_000;

    private final World world;
    private final BooleanSupplier stopped;
    private final Part part;
    private final long began;
    private final Tally tally;
    private final PriorityQueue<Due> due = new PriorityQueue<>();
    /** Never longer than what is under way. */
    private final BlockingQueue<Came> came = new LinkedBlockingQueue<>();

    private int underWay;

    private Play(World world, BooleanSupplier stopped, Part part) {
        this.world = world;
        this.stopped = stopped;
        this.part = part;
        this.began = world.nanos().getAsLong();
        this.tally = new Tally(part.name(), part.length());
    }

    private record Due(long at, Phone phone) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return Long.compare(at, other.at);
        }
    }

    private record Came(Phone phone, long since, long at, Answer answer) {}

    /** Plays it to its end, or until somebody wants one; what was asked is always awaited. */
    static Tally of(World world, BooleanSupplier stopped, Part part, List<Phone> phones) throws InterruptedException {
        var play = new Play(world, stopped, part);
        for (int index = 0; index < phones.size(); index++) {
            play.queue(part.first(index, phones.get(index)), phones.get(index));
        }
        play.run();
        return play.tally;
    }

    private void run() throws InterruptedException {
        long end = part.length().toNanos();
        while (!due.isEmpty() || underWay > 0) {
            long now = now();
            if (now >= end || stopped.getAsBoolean()) {
                due.clear();
            }
            while (underWay < part.atOnce() && !due.isEmpty() && due.peek().at <= now) {
                ask(due.remove(), now);
            }
            take(now);
        }
        tally.ended(Math.min(now(), end));
    }

    private long now() {
        return world.nanos().getAsLong() - began;
    }

    private void ask(Due one, long now) {
        Phone phone = one.phone;
        underWay++;
        tally.asked(now);
        long since = part.isBackToBack() ? now : one.at;
        world.network().get(phone.file(), phone.headers(), answer -> came.add(new Came(phone, since, now(), answer)));
        queue(part.afterAsking(phone, one.at), phone);
    }

    private void take(long now) throws InterruptedException {
        boolean full = underWay >= part.atOnce();
        long wait = due.isEmpty() || full ? LOOK_NANOS : Math.clamp(due.peek().at - now, 0, LOOK_NANOS);
        Came one = came.poll(wait, TimeUnit.NANOSECONDS);
        while (one != null) {
            underWay--;
            tally.answered(one.answer, one.at, one.at - one.since);
            queue(part.afterAnswer(one.phone, one.answer, one.at), one.phone);
            one = came.poll();
        }
    }

    private void queue(OptionalLong at, Phone phone) {
        at.ifPresent(when -> due.add(new Due(when, phone)));
    }
}
