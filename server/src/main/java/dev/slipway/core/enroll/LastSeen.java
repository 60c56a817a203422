package dev.slipway.core.enroll;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.devices.DeviceSeen;
import dev.slipway.base.fleet.devices.Seen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * When devices were last here, kept in memory and written in one sorted batch (DESIGN section 6). At most
 * {@value #WAITING_MAX} devices wait; more are passed over and counted, for it is only a note. What a crash loses is
 * the
 * time since the last batch.
 */
public final class LastSeen {
    /** Twenty thousand polls a second for ten seconds; some 40 MB. */
    public static final int WAITING_MAX = 200_000;

    /** Rows of one statement: half a second of the database at most. */
    static final int ROWS_MAX = 10_000;

    /** As long as the column needs; a longer name tells no more. */
    private static final int USER_AGENT_MAX = 200;

    private static final System.Logger LOG = System.getLogger(LastSeen.class.getPackageName());
    private static final Comparator<Seen> ORDER =
            Comparator.comparing(Seen::tenant).thenComparing(Seen::device);

    private final DeviceSeen store;
    private final ConcurrentHashMap<Long, Seen> waiting = new ConcurrentHashMap<>();
    private final LongAdder passedOver = new LongAdder();

    /** Written there. */
    public LastSeen(DeviceSeen store) {
        this.store = store;
    }

    /** Notes it, in place of what was noted of this device before. Never waits. */
    public void note(Seen seen) {
        Long device = seen.device().value();
        if (waiting.mappingCount() < WAITING_MAX || waiting.containsKey(device)) {
            waiting.put(device, seen);
        } else {
            passedOver.increment();
        }
    }

    /** How many devices wait. */
    public int waiting() {
        return waiting.size();
    }

    /** How many notes were passed over because too many waited. */
    public long passedOver() {
        return passedOver.sum();
    }

    /** Writes all that wait. Blocks; what the database does not take waits for the next time. */
    public void write() {
        List<Seen> batch = new ArrayList<>(waiting.values());
        batch.sort(ORDER);
        try {
            for (int from = 0; from < batch.size(); from += ROWS_MAX) {
                List<Seen> rows = batch.subList(from, Math.min(batch.size(), from + ROWS_MAX));
                store.write(rows);
                rows.forEach(written -> waiting.remove(written.device().value(), written));
            }
        } catch (Refusal unavailable) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "event=last-seen-unwritten waiting={0} reason={1}",
                    waiting.size(),
                    unavailable.code());
        }
    }

    /** As much of a program's name as is kept. */
    public static String shortened(String userAgent) {
        return userAgent.length() <= USER_AGENT_MAX ? userAgent : userAgent.substring(0, USER_AGENT_MAX);
    }
}
