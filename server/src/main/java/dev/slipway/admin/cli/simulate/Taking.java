package dev.slipway.admin.cli.simulate;

import dev.slipway.admin.cli.simulate.World.Answer;
import dev.slipway.bootloader.protocol.polling.PollingPlan;
import dev.slipway.core.polling.FleetPlan;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * How phones take what they are answered.
 *
 * @param began what their clocks showed when the part began
 * @param given the plan of all; empty for that of their files
 * @param read the plan in a file
 */
record Taking(
        Instant began,
        Optional<FleetPlan> given,
        Function<String, Optional<PollingPlan>> read,
        RandomGenerator random) {

    /** Takes an answer; true when the phone was turned away and asks again before its time. */
    boolean isInsisting(Phone phone, Answer answer, long now) {
        if (answer.isRefusal() || answer.status() == 0) {
            return true;
        }
        Instant at = instant(now);
        if (!answer.isGood()) {
            phone.unserved(at);
        } else if (phone.served(answer, at)) {
            phone.follow(
                    given.map(plan -> plan.of(phone.identity(), at).plan()).or(() -> read.apply(answer.body())), at);
        }
        return false;
    }

    /** Nanoseconds until a phone asks again that was turned away. */
    long patience(Phone phone, Answer answer) {
        return phone.patience(answer, random).toNanos();
    }

    Instant instant(long nanos) {
        return began.plusNanos(nanos);
    }
}
