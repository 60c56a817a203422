package dev.slipway.core.bundle;

import dev.slipway.base.fleet.ledger.Lookups;
import dev.slipway.base.fleet.software.Artifact;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Artifacts that anybody may have: those of published releases that a download address names. They are few, and kept
 * here, so that who guesses at hashes costs no SQL; what changed is known {@link #FRESH} later.
 */
public final class PublicArtifacts {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Lookups lookups;
    private final InstantSource clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Known known = new Known(Map.of(), Instant.MIN);

    /** Reads them when the first one is asked for. */
    public PublicArtifacts(Lookups lookups, InstantSource clock) {
        this.lookups = lookups;
        this.clock = clock;
    }

    private record Known(Map<String, Artifact> bySha256, Instant read) {}

    /** The artifact of this hash (64 lower-case hex digits) if it is public. May block for one look-up a second. */
    public Optional<Artifact> find(String sha256) {
        Instant now = clock.instant();
        if (known.read.isBefore(now.minus(FRESH)) && reading.tryLock()) {
            try {
                known = new Known(byHash(lookups.publicArtifacts()), now);
            } finally {
                reading.unlock();
            }
        }
        return Optional.ofNullable(known.bySha256.get(sha256));
    }

    private static Map<String, Artifact> byHash(List<Artifact> all) {
        return all.stream()
                .collect(Collectors.toUnmodifiableMap(Artifact::sha256, Function.identity(), (one, same) -> one));
    }
}
