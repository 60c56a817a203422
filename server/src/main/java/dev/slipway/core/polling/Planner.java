package dev.slipway.core.polling;

import dev.slipway.bootloader.protocol.polling.PollingPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes a flat plan out of a wish ({@code docs/reference/polling.md}, "Planning").
 *
 * <p>Of what the budget allows it takes what forgets a herd soonest: moments drawn anew within less than a day (a herd
 * is gone after one period, whatever happened); else a period of its own for each device (gone after some twenty); else
 * a window of its own on every Nth day, taken up in waves. The longest drawn period is 23 hours, also for a wish of a
 * week: it costs more of very little, and needs neither days nor waves.
 */
public final class Planner {
    /** Drawn periods count no days below 24 h; one hour less, and the first is over a day after a change to all. */
    private static final Duration DRAWN_MAX = Duration.ofHours(23);

    private final Wish wish;
    private final double budget;

    private Planner(Wish wish) {
        this.wish = wish;
        this.budget = wish.budget().pollsPerSecond();
    }

    /**
     * A plan that the planner proposes.
     *
     * @param ageMax how old what a device has becomes at most
     * @param notes why it is so, and what of the wish it does not meet, each with its number
     */
    public record Proposal(FleetPlan plan, Demand demand, Duration ageMax, List<String> notes) {
        public Proposal {
            notes = List.copyOf(notes);
        }
    }

    /** The plan for a wish, to be given out at {@code now}. */
    public static Proposal propose(Wish wish, Instant now) {
        var planner = new Planner(wish);
        var plan = new FleetPlan(planner.plan(), true, now);
        return planner.proposal(plan);
    }

    private PollingPlan plan() {
        return wish.mode()
                .map(mode -> switch (mode) {
                    case REL -> ownPeriods();
                    case ABS -> daily(PollingPlan.Mode.ABS, PollingPlan.DAY);
                    case RND -> isWithinDay() ? lengthened() : ownWindows();
                })
                .orElseGet(this::suitable);
    }

    private PollingPlan suitable() {
        boolean anyTime = wish.window().equals(Wish.Window.DAY);
        if (anyTime && needed(drawn(), 2) <= budget) {
            return drawn();
        }
        PollingPlan own = ownPeriods();
        return anyTime && isWithinDay() && own.period().compareTo(PollingPlan.DAY) < 0 ? own : ownWindows();
    }

    private boolean isWithinDay() {
        return wish.freshness().compareTo(PollingPlan.DAY) < 0;
    }

    private PollingPlan drawn() {
        return rnd(wish.freshness().compareTo(DRAWN_MAX) < 0 ? wish.freshness() : DRAWN_MAX);
    }

    /** As long as the budget asks for, up to the longest that counts no days. */
    private PollingPlan lengthened() {
        long seconds = Math.max(wish.freshness().toSeconds(), (long) Math.ceil(2 * wish.devices() / budget));
        return rnd(Duration.ofSeconds(Math.min(seconds, DRAWN_MAX.toSeconds())));
    }

    private PollingPlan rnd(Duration period) {
        return PollingPlan.rnd(period, wish.window().from(), wish.window().to());
    }

    /** The longest own period is the wished freshness, unless the budget asks for longer ones. */
    private PollingPlan ownPeriods() {
        double wished = wish.freshness().toSeconds() * (1 - OwnPlan.RATE_SPREAD);
        double seconds = Math.ceil(Math.max(wished, wish.devices() / budget));
        return PollingPlan.rel(Duration.ofSeconds(
                Math.clamp((long) seconds, PollingPlan.PERIOD_MIN.toSeconds(), PollingPlan.PERIOD_MAX.toSeconds())));
    }

    /** So many days that the window holds the polls of one of them. */
    private PollingPlan ownWindows() {
        long days = (long) Math.ceil(wish.devices() / (budget * windowSeconds()));
        return daily(PollingPlan.Mode.RND, Duration.ofDays(Math.clamp(days, 1, PollingPlan.PERIOD_MAX.toDays())));
    }

    private PollingPlan daily(PollingPlan.Mode mode, Duration period) {
        return new PollingPlan(mode, period, wish.window().from(), wish.window().to());
    }

    private Proposal proposal(FleetPlan plan) {
        Demand demand = new Forecast(Forecast.Conditions.USUAL).of(plan, wish.devices());
        List<String> notes = new ArrayList<>(List.of(reason(plan.plan())));
        Duration ageMax = ageMax(plan.plan());
        if (ageMax.compareTo(wish.freshness().plusMinutes(OwnPlan.WINDOW_MINUTES)) > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "what a device has becomes up to %s old, not %s as wished; that would take a capacity of %.0f"
                            + " answers/s",
                    words(ageMax),
                    words(wish.freshness()),
                    sparest() / wish.budget().share()));
        }
        if (demand.mean().max() > budget * 1.001) {
            notes.add(String.format(
                    Locale.ROOT,
                    "it takes %.0f polls/s of the %.0f that the capacity leaves for them; wish for less freshness, a"
                            + " wider window or another mode",
                    demand.mean().max(),
                    budget));
        }
        return new Proposal(plan, demand, ageMax, notes);
    }

    private static String reason(PollingPlan plan) {
        return switch (plan.mode()) {
            case REL -> "every device has a period of its own, 10 % about the plan's; a herd is gone after 20 periods";
            case ABS -> "every device has a minute of its own; seconds are not to be had, so rnd is flatter";
            case RND ->
                plan.drawnWithinPeriod()
                        ? "every device draws its moment anew after each poll; a herd is gone after one period"
                        : "every device has a window of its own on "
                                + (plan.days() == 1
                                        ? "every day"
                                        : "one of " + plan.days() + " days, taken up in " + plan.days()
                                                + " waves; while these run it asks twice as often");
        };
    }

    private static Duration ageMax(PollingPlan plan) {
        return switch (plan.mode()) {
            case REL -> plan.period().multipliedBy(1000).dividedBy(Math.round(1000 * (1 - OwnPlan.RATE_SPREAD)));
            case ABS -> PollingPlan.DAY;
            case RND ->
                plan.drawnWithinPeriod()
                        ? plan.period()
                        : PollingPlan.DAY.multipliedBy(plan.days()).plusMinutes(OwnPlan.WINDOW_MINUTES);
        };
    }

    /** Polls per second of the sparest plan that meets the wished freshness. */
    private double sparest() {
        return isWithinDay()
                ? needed(PollingPlan.rel(wish.freshness()), 1 / (1 - OwnPlan.RATE_SPREAD))
                : (double) wish.devices() / windowSeconds() / wish.freshness().toDays();
    }

    private long windowSeconds() {
        return rnd(PollingPlan.DAY).windowSeconds();
    }

    private double needed(PollingPlan plan, double pollsPerPeriod) {
        return pollsPerPeriod * wish.devices() / plan.period().toSeconds();
    }

    /** For people: whole days, hours or minutes where it is such. */
    private static String words(Duration duration) {
        long minutes = duration.toMinutes();
        if (minutes % (24 * 60) == 0) {
            return duration.toDays() + " d";
        }
        return minutes % 60 == 0 ? duration.toHours() + " h" : minutes + " min";
    }
}
