package dev.slipway.admin.cli.simulate;

import dev.slipway.admin.cli.simulate.World.Answer;
import dev.slipway.bootloader.protocol.polling.PollingPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Phones follow their plans. They come out of a long past: where a plan counts from the last poll, that lay anywhere in
 * the period before.
 */
record ByPlan(Taking taking, Duration length) implements Part {
    @Override
    public String name() {
        return "by plan";
    }

    @Override
    public OptionalLong first(int index, Phone phone) {
        phone.plan()
                .filter(plan -> plan.mode() == PollingPlan.Mode.REL)
                .ifPresent(plan -> phone.lastAsked(taking.began()
                        .minusNanos(taking.random().nextLong(plan.period().toNanos()))));
        return next(phone, 0);
    }

    @Override
    public OptionalLong afterAnswer(Phone phone, Answer answer, long now) {
        return taking.isInsisting(phone, answer, now)
                ? OptionalLong.of(now + taking.patience(phone, answer))
                : next(phone, now);
    }

    private OptionalLong next(Phone phone, long now) {
        return phone.next(taking.instant(now))
                .map(this::nanos)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** A plan of months is beyond this part, and beyond nanoseconds. */
    private long nanos(Instant at) {
        Instant end = taking.began().plus(length).plusSeconds(1);
        return Duration.between(taking.began(), at.isBefore(end) ? at : end).toNanos();
    }
}
