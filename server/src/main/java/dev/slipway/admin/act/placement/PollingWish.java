package dev.slipway.admin.act.placement;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Command;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.base.fleet.placement.Profile;
import dev.slipway.bootloader.protocol.polling.PollingPlan;
import dev.slipway.core.polling.Planner;
import dev.slipway.core.polling.Wish;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What an administrator wants of polling at a place.
 *
 * @param to as in an assignment; {@code everyone} when left out
 * @param demand how much there is to plan for
 * @param freshnessSeconds how old what a device has may become
 * @param mode whichever suits when left out
 * @param window when devices may ask; at any time when left out
 * @param ownership of every setting; locked when left out, so that nobody changes it on the device
 */
public record PollingWish(
        Optional<String> to,
        Capacity demand,
        long freshnessSeconds,
        Optional<PollingPlan.Mode> mode,
        Optional<DayWindow> window,
        Optional<Ownership> ownership) {
    /**
     * What is planned for and with.
     *
     * @param answersPerSecond that the server can give
     * @param sharePercent of it for polls; 10 when left out
     * @param devices how many; those that the place reaches when left out
     */
    public record Capacity(double answersPerSecond, Optional<Double> sharePercent, Optional<Long> devices) {}

    /** Times {@code HH:MM} on the devices' clocks. */
    public record DayWindow(String from, String to) {}

    /** The place. */
    public String place() {
        return to.orElse("everyone");
    }

    /** The act that carries {@code proposal} out. */
    public Command<Profile> carryOut(Planner.Proposal proposal) {
        return new SetPolling(place(), Optional.of(proposal.plan()), ownership.orElse(Ownership.LOCKED));
    }

    /** The act that ends polling at a place, named as in an assignment; settings are locked when it does not say. */
    public static Command<Profile> off(String to, Optional<Ownership> ownership) {
        return new SetPolling(to, Optional.empty(), ownership.orElse(Ownership.LOCKED));
    }

    /** What the planner says to it; refuses {@code polling.wish}, {@code assignment.place}, {@code fleet.unknown}. */
    public Planner.Proposal proposal(Acting acting) {
        long devices = demand.devices()
                .orElseGet(() -> new PollingFleet(acting).reachedBy(PollingFleet.place(acting, place())));
        double share = demand.sharePercent().map(percent -> percent / 100).orElse(Wish.Budget.SHARE_USUAL);
        var wish = new Wish(
                devices,
                new Wish.Budget(demand.answersPerSecond(), share),
                Duration.ofSeconds(freshnessSeconds),
                mode,
                window.map(PollingWish::window).orElse(Wish.Window.DAY));
        return Planner.propose(wish, acting.now().truncatedTo(ChronoUnit.SECONDS));
    }

    private static Wish.Window window(DayWindow window) {
        try {
            return new Wish.Window(LocalTime.parse(window.from()), LocalTime.parse(window.to()));
        } catch (DateTimeParseException noTime) {
            throw new Refusal("polling.wish", "A window has two times of day such as 22:00 and 06:00.");
        }
    }
}
