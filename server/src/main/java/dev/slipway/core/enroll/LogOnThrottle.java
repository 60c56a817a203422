package dev.slipway.core.enroll;

import dev.slipway.base.fleet.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Slows down who guesses passwords: {@value #PER_NETWORK} failures in 10 minutes per login and network (/24, /64),
 * {@value #PER_LOGIN} per login over all (DESIGN section 8.3).
 *
 * <p>Attempts that run at the same moment count as failures until they end, and others wait for them: a burst of
 * guesses gets no further than guesses one by one, and a hundred right passwords at once all pass. Counted on
 * this node only.
 */
public final class LogOnThrottle {
    static final int PER_NETWORK = 5;
    static final int PER_LOGIN = 50;
    static final Duration WINDOW = Duration.ofMinutes(10);
    /**
     * Some 40 MB; what was not touched for longest is forgotten, and to fill it takes an hour of hashing on one
     * core.
     */
    static final int RECORDS_MAX = 100_000;

    private static final int LOGIN_LENGTH_MAX = 128;

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final LinkedHashMap<String, Failures> records = new LinkedHashMap<>(16, 0.75f, true);

    /** One that has seen no failure yet. */
    public LogOnThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Runs {@code attempt} unless too many failed; {@code logon.refused} from it is a failure, anything else is
     * not.
     */
    public <T> T guard(long tenant, String login, String network, Supplier<T> attempt) {
        List<Failures> counted = begin(key(tenant, login), network);
        boolean failed = false;
        try {
            T result = attempt.get();
            forgive(counted.getFirst());
            return result;
        } catch (Refusal refusal) {
            failed = refusal.code().equals(LogOn.REFUSED);
            throw refusal;
        } finally {
            end(counted, failed);
        }
    }

    /** Refuses as {@link #guard} whoever failed too often before; waits for no attempt that runs, and counts none. */
    void turnAway(long tenant, String login, String network) {
        String key = key(tenant, login);
        lock.lock();
        try {
            for (String each : List.of(key + " " + network, key)) {
                Optional.ofNullable(records.get(each)).ifPresent(this::admit);
            }
        } finally {
            lock.unlock();
        }
    }

    private static String key(long tenant, String login) {
        String lower = login.strip().toLowerCase(Locale.ROOT);
        return tenant + " " + lower.substring(0, Math.min(lower.length(), LOGIN_LENGTH_MAX));
    }

    private List<Failures> begin(String login, String network) {
        lock.lock();
        try {
            List<Failures> counted = List.of(record(login + " " + network, PER_NETWORK), record(login, PER_LOGIN));
            counted.forEach(this::admit);
            while (counted.stream().anyMatch(Failures::isTaken)) {
                ended.awaitUninterruptibly();
                counted.forEach(this::admit);
            }
            counted.forEach(failures -> failures.running++);
            return counted;
        } finally {
            lock.unlock();
        }
    }

    private Failures record(String key, int limit) {
        Failures found = records.computeIfAbsent(key, k -> new Failures(limit));
        if (records.size() > RECORDS_MAX) {
            records.pollFirstEntry();
        }
        return found;
    }

    private void admit(Failures failures) {
        Instant now = clock.instant();
        failures.forget(now.minus(WINDOW));
        if (failures.at.size() >= failures.limit) {
            Duration wait = Duration.between(now, failures.at.getFirst().plus(WINDOW));
            throw new Refusal(
                    "logon.throttled",
                    "Too many attempts failed; wait and check login and password before you try again.",
                    Optional.of(Duration.ofSeconds(wait.toSeconds() + 1)));
        }
    }

    private void forgive(Failures failures) {
        lock.lock();
        try {
            failures.at.clear();
        } finally {
            lock.unlock();
        }
    }

    private void end(List<Failures> counted, boolean failed) {
        lock.lock();
        try {
            for (Failures failures : counted) {
                failures.running--;
                if (failed) {
                    failures.at.addLast(clock.instant());
                }
            }
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The failures of one key, oldest first, and how many attempts run; guarded by the lock. */
    private static final class Failures {
        private final int limit;
        private final Deque<Instant> at = new ArrayDeque<>(1);
        private int running;

        Failures(int limit) {
            this.limit = limit;
        }

        void forget(Instant before) {
            while (!at.isEmpty() && !at.getFirst().isAfter(before)) {
                at.removeFirst();
            }
        }

        boolean isTaken() {
            return at.size() + running >= limit;
        }
    }
}
