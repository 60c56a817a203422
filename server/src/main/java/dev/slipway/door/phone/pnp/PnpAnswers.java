package dev.slipway.door.phone.pnp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.core.enroll.address.Bootstraps;
import dev.slipway.core.enroll.address.Bootstraps.Bootstrap;
import dev.slipway.door.phone.pnp.PnpCounts.End;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Steps two and three, admit and decide: which address a phone is sent, if any. */
public final class PnpAnswers {
    /** As often as a phone repeats itself within its five seconds, and once more after a restart. */
    static final int PER_MINUTE_MAX = 4;

    private static final int PHONES_MAX = 10_000;

    /** They put the name of a file behind what they are given (Yealink: {@code y000000000000.boot}, then their own). */
    private static final Set<String> NAME_FILES_THEMSELVES = Set.of("yealink");

    private final Bootstraps bootstraps;
    private final Function<Optional<String>, Optional<Id<Tenant>>> tenants;
    private final PnpCounts counts;
    private final Cache<String, AtomicInteger> asked;

    /**
     * Answers for devices that are expected.
     *
     * @param tenants finds a tenant by its alias, and by none the only one
     */
    public PnpAnswers(
            Bootstraps bootstraps,
            Function<Optional<String>, Optional<Id<Tenant>>> tenants,
            PnpCounts counts,
            InstantSource clock) {
        this.bootstraps = bootstraps;
        this.tenants = tenants;
        this.counts = counts;
        this.asked = Caffeine.newBuilder()
                .maximumSize(PHONES_MAX)
                .expireAfterWrite(Duration.ofMinutes(1))
                .ticker(() -> clock.instant().getEpochSecond() * 1_000_000_000L)
                .build();
    }

    /** The address that the phone is sent; whoever gets none is counted, and answered nothing. Blocks. */
    Optional<String> address(PnpClaim claim, PnpOptions options, PnpOptions.Place place) {
        if (claim.mac().isEmpty()) {
            return none(End.NO_MAC);
        }
        if (!claim.maker().isEmpty() && !options.makers().contains(claim.maker())) {
            return none(End.MAKER);
        }
        if (asked.get(claim.mac(), none -> new AtomicInteger()).incrementAndGet() > PER_MINUTE_MAX) {
            return none(End.TOO_OFTEN);
        }
        Optional<Id<Tenant>> tenant = tenants.apply(place.alias());
        if (tenant.isEmpty()) {
            return none(End.NO_TENANT);
        }
        Optional<Bootstrap> expected = bootstraps.of(tenant.get(), claim.mac());
        if (expected.isEmpty()) {
            return none(End.UNEXPECTED);
        }
        String maker = maker(expected.get());
        if (!options.makers().contains(maker)
                || !(claim.maker().isEmpty() || claim.maker().equals(maker))) {
            return none(End.MAKER);
        }
        counts.add(End.GIVEN);
        String directory = expected.get().directory().toString();
        return Optional.of(
                NAME_FILES_THEMSELVES.contains(maker)
                        ? directory
                        : directory + expected.get().file());
    }

    private Optional<String> none(End end) {
        counts.add(end);
        return Optional.empty();
    }

    private static String maker(Bootstrap expected) {
        return expected.type().family().maker().toLowerCase(Locale.ROOT);
    }

    PnpCounts counts() {
        return counts;
    }
}
