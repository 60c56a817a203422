package dev.slipway.admin.cli.simulate;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.core.polling.FleetPlan;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is played.
 *
 * @param fleet the phones
 * @param plan what they follow; empty for what their files say
 * @param length how long they follow it, a minute to a day; zero for not at all
 * @param events what else happens to them
 * @param server what is known of it
 */
public record Scene(Fleet fleet, Optional<FleetPlan> plan, Duration length, Events events, Server server) {
    /** Each is a record in the server and takes it some 10 ms to make; more are better written into its tables. */
    public static final int DEVICES_MAX = 100_000;

    /** What one program can send, about; the phones of more are to be played on several machines. */
    static final int RATE_MAX = 20_000;

    private static final Duration LENGTH_MAX = Duration.ofDays(1);
    private static final double BOOT_SPREAD_MAX = 3600;
    private static final int LOAD_MAX = 100;
    private static final double CAPACITY_MAX = 1e6;

    /** Refuses {@code simulate.scene} what is beyond reason. */
    public Scene {
        if (length.isNegative() || length.compareTo(LENGTH_MAX) > 0) {
            throw new Refusal("simulate.scene", "Phones follow their plan for up to a day.");
        }
        if (plan.stream().anyMatch(all -> perSecond(all, fleet) > RATE_MAX)) {
            throw new Refusal(
                    "simulate.scene",
                    "So many phones would ask more than " + RATE_MAX
                            + " times a second: take fewer, or a longer period.");
        }
    }

    /** {@code rnd} below a day asks twice in a period. */
    private static double perSecond(FleetPlan plan, Fleet fleet) {
        return 2.0 * fleet.devices / plan.plan().period().toSeconds();
    }

    /**
     * The phones.
     *
     * @param devices how many, 1 to {@value Scene#DEVICES_MAX}
     * @param makes by turns; at least one
     * @param deaf share that does not look at {@code Retry-After}
     * @param knowing share that sends {@code If-None-Match}
     */
    public record Fleet(int devices, List<Make> makes, double deaf, double knowing) {
        public Fleet {
            makes = List.copyOf(makes);
            if (devices < 1 || devices > DEVICES_MAX || makes.isEmpty()) {
                throw new Refusal(
                        "simulate.scene", "A simulation has 1 to " + DEVICES_MAX + " phones, of one make or several.");
            }
            if (!(deaf >= 0 && deaf <= 1 && knowing >= 0 && knowing <= 1)) {
                throw new Refusal("simulate.scene", "A share of the phones is 0 to 100 percent.");
            }
        }
    }

    /**
     * What happens besides their polls.
     *
     * @param load times the server's capacity that is then asked of it; 0 for none
     * @param powerCut whether all start anew at last
     * @param bootSpread standard deviation of the moments of their starts, in seconds
     */
    public record Events(double load, boolean powerCut, double bootSpread) {
        public Events {
            if (!(load >= 0 && load <= LOAD_MAX && bootSpread >= 0 && bootSpread <= BOOT_SPREAD_MAX)) {
                throw new Refusal(
                        "simulate.scene",
                        "The load is up to " + LOAD_MAX
                                + " times the capacity, and starts are spread over up to an hour.");
            }
        }
    }

    /**
     * The server as told.
     *
     * @param capacity answers per second that it can give; 0 for finding out
     * @param at where the phones ask instead of its public address
     * @param metrics where it tells of itself, for its CPU time
     */
    public record Server(double capacity, Optional<URI> at, Optional<URI> metrics) {
        public Server {
            if (!(capacity >= 0 && capacity <= CAPACITY_MAX)) {
                throw new Refusal("simulate.scene", "A capacity is up to a million answers per second.");
            }
        }
    }
}
