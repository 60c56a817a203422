package dev.slipway.core.polling;

import dev.slipway.base.fleet.Refusal;

/**
 * All devices ask a server that cannot answer all of them at once.
 *
 * @param devices 1 to {@value Scenario#DEVICES_MAX}
 * @param bootSpread standard deviation in seconds of the moments of their first requests
 * @param capacity answers per second
 * @param refusalCost what a refusal costs, as a share of an answer, above 0 and below 1
 * @param retry what devices do that are refused
 * @param deaf share of the devices that do not look at {@code Retry-After} and ask every 30 s
 */
public record Herd(int devices, double bootSpread, double capacity, double refusalCost, Retry retry, double deaf) {
    /** Refuses {@code polling.scenario} what cannot be computed. */
    public Herd {
        boolean sizes = devices >= 1 && devices <= Scenario.DEVICES_MAX && bootSpread > 0 && bootSpread <= 3600;
        if (!sizes || !(capacity >= 1) || !(refusalCost > 0 && refusalCost < 1) || !(deaf >= 0 && deaf <= 1)) {
            throw new Refusal(
                    "polling.scenario",
                    "A herd has 1 to " + Scenario.DEVICES_MAX + " devices, a spread up to an hour, a capacity of at"
                            + " least 1, a refusal cost below 1 and a share from 0 to 1.");
        }
    }

    /** Seconds in which all could be served without one refusal. */
    public double idealSeconds() {
        return devices / capacity;
    }

    /** What a refused device does. */
    public enum Retry {
        /** Asks again after 30 s. */
        FIXED,
        /** Asks again after 15 s, doubled each time, up to an hour. */
        EXPONENTIAL,
        /** Asks again at a drawn moment within that time (Amazon's "full jitter"). */
        JITTER,
        /** Honors a Retry-After of 120 s for everybody. */
        CONSTANT,
        /** Honors a Retry-After that the server computes. */
        PLANNED
    }
}
