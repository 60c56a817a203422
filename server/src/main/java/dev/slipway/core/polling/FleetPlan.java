package dev.slipway.core.polling;

import dev.slipway.bootloader.protocol.polling.PollingDraw;
import dev.slipway.bootloader.protocol.polling.PollingPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The plan of many devices at once, as their equal settings say it.
 *
 * @param plan the rule; when it is spread, {@code plan.time()} to {@code plan.timeRandomEnd()} is the window of
 *     {@link PollingPlan.Mode#ABS} too
 * @param spread whether each device gets a plan of its own out of it
 * @param since when a spread plan was given out; from a period of two days on it is taken up in waves from then
 */
public record FleetPlan(PollingPlan plan, boolean spread, Instant since) {
    /** A plan that every device follows as it is. */
    public static FleetPlan plain(PollingPlan plan) {
        return new FleetPlan(plan, false, Instant.EPOCH);
    }

    /**
     * What one device follows.
     *
     * @param plan the rule that it is given
     * @param until when another must be given instead; empty for good
     */
    public record Handed(PollingPlan plan, Optional<Instant> until) {}

    /**
     * The plan that the device of this identity must have at {@code now}: equal for equal arguments, and for equal
     * identities until {@code until}. A device that got the first plan of its wave comes back when that ends.
     */
    public Handed of(String identity, Instant now) {
        OwnPlan own = own((purpose, bound) -> new PollingDraw(purpose, 0, identity).below(bound));
        Instant wave = since.plus(own.wave());
        return own.wave().isPositive() && now.isBefore(wave)
                ? new Handed(PollingPlan.rel(own.wave()), Optional.of(wave))
                : new Handed(own.lasting(), Optional.empty());
    }

    /** The plan of its own of a device whose draws {@code chance} makes. */
    OwnPlan own(Chance chance) {
        return spread ? OwnPlan.of(plan, chance) : new OwnPlan(plan, Duration.ZERO);
    }
}
