package dev.slipway.core.enroll.requests;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.devices.Device;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The last decisions about devices that asked lately, and about callers nobody knew, in memory. Cheap enough for an
 * event loop: what was decided before is found and counted, and only what is new waits to be written by
 * {@link RequestHistory}.
 */
public final class RequestLog {
    /** Of one device. */
    public static final int DECISIONS_MAX = 8;

    /** Devices, some 50 MB; of those forgotten for new ones each has not asked while half as many others did. */
    static final int DEVICES_MAX = 50_000;

    /** Devices with something to be written; those beyond wait until they are decided about anew. */
    static final int WAITING_MAX = 50_000;

    static final int UNKNOWN_MAX = 200;

    private final InstantSource clock;
    private volatile Generations generations = new Generations(Map.of());
    private final Map<Long, Decisions> waiting = new ConcurrentHashMap<>();
    private final Decisions unknown = new Decisions(UNKNOWN_MAX);

    /** An empty log. */
    public RequestLog(InstantSource clock) {
        this.clock = clock;
    }

    /** Notes what was decided about a device. Never waits for the database. */
    public void note(Id<Device> device, Decision.Steps steps) {
        Long key = device.value();
        Decisions decisions = decisions(key);
        if (decisions.note(steps, clock.millis()) && waiting.size() < WAITING_MAX) {
            waiting.put(key, decisions);
        }
    }

    private Decisions decisions(Long device) {
        Generations now = generations;
        Decisions known = now.young.get(device);
        if (known != null) {
            return known;
        }
        if (now.young.size() >= DEVICES_MAX / 2) {
            grow(now);
        }
        return generations.moved(device);
    }

    private synchronized void grow(Generations full) {
        if (generations == full) {
            generations = new Generations(full.young);
        }
    }

    /**
     * Devices that asked, and those that asked before and not since. When the young are many the old are forgotten and
     * the young are old: a cache that keeps the exact order costs more than a poll may.
     */
    private static final class Generations {
        private final Map<Long, Decisions> young = new ConcurrentHashMap<>();
        private final Map<Long, Decisions> old;

        Generations(Map<Long, Decisions> old) {
            this.old = old;
        }

        /** Those of the device, which is young from now on. */
        Decisions moved(Long device) {
            return young.computeIfAbsent(device, none -> old.getOrDefault(device, new Decisions(DECISIONS_MAX)));
        }

        Optional<Decisions> find(Long device) {
            return Optional.ofNullable(young.get(device)).or(() -> Optional.ofNullable(old.get(device)));
        }
    }

    /** Notes what was decided about a caller that is no device of ours. */
    public void noteUnknown(Decision.Steps steps) {
        unknown.note(steps, clock.millis());
    }

    /** The last decisions about a device, newest first; none when it did not ask lately. */
    public List<Decision> of(Id<Device> device) {
        return generations.find(device.value()).map(Decisions::newestFirst).orElse(List.of());
    }

    /** The newest decisions about callers nobody knew, newest first. */
    public List<Decision> unknown() {
        return unknown.newestFirst();
    }

    /** How many devices are known. */
    int devices() {
        Generations now = generations;
        return now.young.size() + now.old.size();
    }

    /** Devices with something to be written. */
    Map<Long, Decisions> waiting() {
        return waiting;
    }
}
