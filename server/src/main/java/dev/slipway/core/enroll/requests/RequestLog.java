package dev.slipway.core.enroll.requests;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.devices.Device;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The last decisions about devices that asked lately, and about callers nobody knew, in memory. An equal decision
 * raises
 * the counter of the one before it, so that a phone that polls for weeks does not push out why it was once refused.
 */
public final class RequestLog {
    /** Of one device. */
    public static final int DECISIONS_MAX = 8;

    /** Devices, the least recently asking of which is forgotten first: some 50 MB. */
    static final int DEVICES_MAX = 50_000;

    static final int UNKNOWN_MAX = 200;

    private final InstantSource clock;
    private final Cache<Long, Decisions> devices =
            Caffeine.newBuilder().maximumSize(DEVICES_MAX).build();
    private final Decisions unknown = new Decisions(UNKNOWN_MAX);

    /** An empty log. */
    public RequestLog(InstantSource clock) {
        this.clock = clock;
    }

    /** Notes what was decided about a device. */
    public void note(Id<Device> device, Decision.Steps steps) {
        devices.get(device.value(), none -> new Decisions(DECISIONS_MAX)).add(new Decision(clock.instant(), steps, 1));
    }

    /** Notes what was decided about a caller that is no device of ours. */
    public void noteUnknown(Decision.Steps steps) {
        unknown.add(new Decision(clock.instant(), steps, 1));
    }

    /** The last decisions about a device, newest first; none when it did not ask lately. */
    public List<Decision> of(Id<Device> device) {
        return Optional.ofNullable(devices.getIfPresent(device.value()))
                .map(Decisions::newestFirst)
                .orElse(List.of());
    }

    /** The newest decisions about callers nobody knew, newest first. */
    public List<Decision> unknown() {
        return unknown.newestFirst();
    }

    /** A bounded row of decisions. */
    private static final class Decisions {
        private final int most;
        private final Deque<Decision> newestFirst = new ArrayDeque<>();

        Decisions(int most) {
            this.most = most;
        }

        synchronized void add(Decision decision) {
            Decision before = newestFirst.peekFirst();
            if (before != null && before.steps().equals(decision.steps())) {
                newestFirst.removeFirst();
                newestFirst.addFirst(before.again(decision.at()));
                return;
            }
            newestFirst.addFirst(decision);
            if (newestFirst.size() > most) {
                newestFirst.removeLast();
            }
        }

        synchronized List<Decision> newestFirst() {
            return List.copyOf(newestFirst);
        }
    }
}
