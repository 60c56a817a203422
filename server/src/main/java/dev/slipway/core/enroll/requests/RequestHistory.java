package dev.slipway.core.enroll.requests;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.Decided;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceRequests;
import dev.slipway.core.enroll.requests.Decision.Steps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was decided about requests, beyond a restart: what is new in the log is written in batches (DESIGN section 5,
 * {@code request_log}), and shown together with what the log still knows. A crash loses the time since the last batch.
 */
public final class RequestHistory {
    /** Each with at most {@value RequestLog#DECISIONS_MAX} rows. */
    static final int DEVICES_OF_A_STATEMENT = 2_000;

    /** Read of one device: as many as housekeeping leaves. */
    private static final int READ_MAX = 16;

    private static final System.Logger LOG = System.getLogger(RequestHistory.class.getPackageName());

    private final RequestLog log;
    private final DeviceRequests store;

    /** Of that log, written there. */
    public RequestHistory(RequestLog log, DeviceRequests store) {
        this.log = log;
        this.store = store;
    }

    /** Writes all that waits. Blocks; what the database does not take waits for the next time. */
    public void write() {
        List<Taken> taken = new TreeMap<>(log.waiting())
                .entrySet().stream()
                        .map(entry -> take(entry.getKey(), entry.getValue()))
                        .filter(one -> !one.decisions().isEmpty())
                        .toList();
        int written = 0;
        try {
            while (written < taken.size()) {
                List<Taken> batch = taken.subList(written, Math.min(taken.size(), written + DEVICES_OF_A_STATEMENT));
                store.write(batch.stream().flatMap(Taken::rows).toList());
                batch.forEach(one -> one.of().written(one.decisions()));
                written += batch.size();
            }
        } catch (Refusal unavailable) {
            taken.subList(written, taken.size()).forEach(one -> log.waiting().putIfAbsent(one.device(), one.of()));
            LOG.log(
                    System.Logger.Level.WARNING,
                    "event=requests-unwritten waiting={0} reason={1}",
                    log.waiting().size(),
                    unavailable.code());
        }
    }

    /** What is decided from here on waits again. */
    private Taken take(Long device, Decisions decisions) {
        log.waiting().remove(device, decisions);
        return new Taken(device, decisions, decisions.unwritten());
    }

    /** What is about to be written of one device. */
    private record Taken(Long device, Decisions of, List<Decision> decisions) {
        Stream<Decided> rows() {
            return decisions.stream().map(decision -> {
                Steps steps = decision.steps();
                return new Decided(
                        new Id<>(device),
                        decision.since(),
                        text(steps.identify()),
                        text(steps.admit()),
                        text(steps.decide()),
                        text(steps.answer()));
            });
        }

        /** PostgreSQL takes every character but one, which a path may hold as {@code %00}. */
        private static String text(String words) {
            return words.replace('\0', '?');
        }
    }

    /** The last decisions about a device, newest first: of this node's log, and what all nodes wrote. Blocks. */
    public List<Decision> of(Id<Tenant> tenant, Id<Device> device) {
        List<Decision> logged = log.of(device);
        List<Decision> kept = store.newest(tenant, device, READ_MAX).stream()
                .map(row -> new Decision(
                        row.since(),
                        row.since(),
                        1,
                        new Steps(row.identify(), row.admit(), row.decide(), row.answer())))
                .toList();
        return joined(logged, kept);
    }

    /** The newest decisions about callers nobody knew, newest first. */
    public List<Decision> unknown() {
        return log.unknown();
    }

    /** A decision that is in both is the log's; equal ones about a document, one after the other, are one. */
    static List<Decision> joined(List<Decision> logged, List<Decision> kept) {
        Set<Begun> known = new HashSet<>();
        logged.forEach(decision -> known.add(Begun.of(decision)));
        List<Decision> oldestFirst = Stream.concat(
                        logged.stream(), kept.stream().filter(decision -> !known.contains(Begun.of(decision))))
                .sorted(Comparator.comparing(Decision::since))
                .toList();
        Map<String, Integer> lastAbout = new HashMap<>();
        List<Decision> joined = new ArrayList<>();
        for (Decision decision : oldestFirst) {
            String document = decision.steps().decide();
            int last = lastAbout.getOrDefault(document, -1);
            if (last >= 0 && joined.get(last).steps().equals(decision.steps())) {
                joined.set(last, joined.get(last).and(decision));
            } else {
                lastAbout.put(document, joined.size());
                joined.add(decision);
            }
        }
        joined.sort(Comparator.comparing(Decision::at).reversed());
        return List.copyOf(joined);
    }

    private record Begun(long since, Steps steps) {
        static Begun of(Decision decision) {
            return new Begun(decision.since().toEpochMilli(), decision.steps());
        }
    }
}
