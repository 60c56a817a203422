package dev.slipway.core.enroll.requests;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Notices a network that tries many identifiers, as who guesses addresses or MAC addresses does. A single miss, or one
 * phone that asks again and again, never adds up: what counts is how many different ones were tried.
 */
public final class Strangeness {
    /**
     * Different unknown identifiers of one network within the hour; an office with a new pallet of phones has fewer.
     */
    public static final int DISTINCT_MAX = 50;

    private static final Duration WITHIN = Duration.ofHours(1);
    private static final int NETWORKS_MAX = 10_000;
    private static final System.Logger LOG = System.getLogger(Strangeness.class.getPackageName());

    private final Cache<String, Set<Integer>> tried = Caffeine.newBuilder()
            .maximumSize(NETWORKS_MAX)
            .expireAfterWrite(WITHIN)
            .build();
    private final LongAdder noticed = new LongAdder();

    /** Notes an identifier that nobody has; true when its network has tried too many. */
    public boolean note(String network, String identifier) {
        Set<Integer> different = tried.get(network, none -> ConcurrentHashMap.newKeySet());
        int before = different.size();
        if (before > DISTINCT_MAX) {
            return true;
        }
        boolean isNew = different.add(identifier.hashCode());
        if (isNew && before == DISTINCT_MAX) {
            noticed.increment();
            LOG.log(
                    System.Logger.Level.WARNING,
                    "event=identifiers-tried network={0} count={1} do=\"see who asks from there; nothing was given\"",
                    network,
                    before + 1);
        }
        return different.size() > DISTINCT_MAX;
    }

    /** How many networks were noticed so far. */
    public long noticed() {
        return noticed.sum();
    }
}
