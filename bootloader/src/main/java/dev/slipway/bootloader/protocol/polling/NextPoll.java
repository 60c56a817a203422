package dev.slipway.bootloader.protocol.polling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.LongFunction;

/**
 * The instant of a device's next poll, by the rules of {@code docs/reference/polling.md}. Ask once after every poll,
 * start of the program, change of plan or step of the clock, and keep the answer: when a slot was missed, each question
 * answers with a moment soon after {@code now}.
 *
 * @param plan the rule
 * @param identity who the device is; two devices must differ here, or they draw the same moments
 * @param zone whose wall clock {@code time} is read on
 */
public record NextPoll(PollingPlan plan, String identity, ZoneId zone) {
    /** A missed slot is made up for within this time, drawn, so that a power cut does not end in one second. */
    public static final Duration CATCH_UP_MAX = Duration.ofSeconds(60);
    /** A drawn wall-clock time that a zone change skipped is drawn again; a window wholly inside a gap ends this. */
    private static final int DRAWS_MAX = 32;

    /** The next poll, always after {@code now}. */
    public Instant after(PollState state, Instant now) {
        Instant due = slotAfter(state, state.anchor(now), now);
        if (due.isAfter(now)) {
            return due;
        }
        Instant soon = now.plusSeconds(1
                + new PollingDraw("late", state.polls(), identity)
                        .below(catchUp().toSeconds()));
        Instant regular = slotAfter(state, now, now);
        return regular.isBefore(soon) ? regular : soon;
    }

    private Duration catchUp() {
        return plan.period().compareTo(CATCH_UP_MAX) < 0 ? plan.period() : CATCH_UP_MAX;
    }

    private Instant slotAfter(PollState state, Instant anchor, Instant now) {
        if (plan.mode() == PollingPlan.Mode.REL) {
            return anchor.plus(plan.period());
        }
        if (plan.drawnWithinPeriod()) {
            long seconds = plan.period().toSeconds();
            return anchor.plusSeconds(1 + new PollingDraw("rnd " + seconds, state.polls(), identity).below(seconds));
        }
        return plan.mode() == PollingPlan.Mode.ABS ? dailySlot(anchor) : windowSlot(state, anchor, now);
    }

    private Instant dailySlot(Instant anchor) {
        LocalDate before = localDate(anchor).minusDays(2);
        return firstAfter(anchor, 0, day -> instant(before.plusDays(day).atTime(plan.time())));
    }

    /** Slot k lies in the window that opens on day 1 + kN after the day of the plan. */
    private Instant windowSlot(PollState state, Instant anchor, Instant now) {
        Instant planSet = state.planSet().isAfter(now) ? now : state.planSet();
        LocalDate first = localDate(planSet).plusDays(1);
        long passed = ChronoUnit.DAYS.between(first, localDate(anchor)) / plan.days();
        return firstAfter(anchor, Math.max(0, passed - 2), slot -> drawn(first.plusDays(slot * plan.days()), slot));
    }

    private Instant drawn(LocalDate day, long slot) {
        LocalDateTime opens = day.atTime(plan.time());
        var draw = new PollingDraw(purpose(), slot, identity);
        LocalDateTime moment = opens.plusSeconds(draw.below(plan.windowSeconds()));
        for (int i = 1; i < DRAWS_MAX && skipped(moment); i++) {
            moment = opens.plusSeconds(draw.below(plan.windowSeconds()));
        }
        return instant(moment);
    }

    private String purpose() {
        return "rnd " + plan.period().toSeconds() + " " + plan.time() + " " + plan.timeRandomEnd();
    }

    private static Instant firstAfter(Instant anchor, long from, LongFunction<Instant> slots) {
        long slot = from;
        Instant instant = slots.apply(slot);
        while (!instant.isAfter(anchor)) {
            instant = slots.apply(++slot);
        }
        return instant;
    }

    private boolean skipped(LocalDateTime moment) {
        return zone.getRules().getValidOffsets(moment).isEmpty();
    }

    /**
     * A time that exists twice counts once, the first time; one that does not exist is moved later by the gap's
     * length.
     */
    private Instant instant(LocalDateTime moment) {
        return moment.atZone(zone).toInstant();
    }

    private LocalDate localDate(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }
}
