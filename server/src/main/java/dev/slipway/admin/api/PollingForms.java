package dev.slipway.admin.api;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.bootloader.protocol.polling.PollingPlan;
import dev.slipway.core.polling.Demand;
import dev.slipway.core.polling.FleetPlan;
import dev.slipway.core.polling.Planner;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Plans and forecasts as they are written in JSON; numbers of requests are per second. */
final class PollingForms {
    private PollingForms() {}

    /**
     * A plan.
     *
     * @param time left out for midnight
     * @param timeRndEnd left out for the same as {@code time}
     * @param spread whether each device has its own out of it; not when left out
     */
    record Plan(
            PollingPlan.Mode mode,
            long periodSeconds,
            Optional<String> time,
            Optional<String> timeRndEnd,
            Optional<Boolean> spread) {
        static Plan of(FleetPlan fleet) {
            PollingPlan plan = fleet.plan();
            return new Plan(
                    plan.mode(),
                    plan.period().toSeconds(),
                    Optional.of(plan.time().toString()),
                    Optional.of(plan.timeRandomEnd().toString()),
                    Optional.of(fleet.spread()));
        }

        /** Refuses {@code polling.invalid}. */
        FleetPlan plan() {
            try {
                LocalTime from = LocalTime.parse(time.orElse("00:00"));
                LocalTime to = timeRndEnd.map(LocalTime::parse).orElse(from);
                var plan = new PollingPlan(mode, Duration.ofSeconds(periodSeconds), from, to);
                return new FleetPlan(plan, spread.orElse(false), Instant.EPOCH);
            } catch (DateTimeException | IllegalArgumentException wrong) {
                throw new Refusal(
                        "polling.invalid",
                        "A plan has a period of 10 to 31622400 seconds and times such as 09:30; correct it.");
            }
        }
    }

    /**
     * What devices of one plan ask.
     *
     * @param plan left out when they do not poll
     * @param refused why their settings make no plan
     * @param curve mean in each minute of the day, on their clocks
     */
    record PlanDemand(
            Optional<Plan> plan, String refused, long devices, Load load, List<Double> curve, List<String> warnings) {
        static PlanDemand of(Optional<FleetPlan> plan, String refused, Demand demand) {
            return new PlanDemand(
                    plan.map(Plan::of),
                    refused,
                    demand.devices(),
                    Load.of(demand),
                    demand.minutes().stream().map(PollingForms::rounded).toList(),
                    demand.warnings());
        }
    }

    /** Over the day, in its busiest minute, and in the fullest second to be expected. */
    record Load(double mean, double busiestMinute, double peak) {
        static Load of(Demand demand) {
            return new Load(
                    rounded(demand.average()), rounded(demand.busiestMinute()), rounded(demand.fullestSecond()));
        }
    }

    /** All plans, and all together; devices in {@code together} are those that poll. */
    record Forecasts(List<PlanDemand> plans, PlanDemand together) {}

    /** What the planner proposes. */
    record ProposalView(PlanDemand demand, long ageMaxSeconds, List<String> notes) {
        static ProposalView of(Planner.Proposal proposal) {
            return new ProposalView(
                    PlanDemand.of(Optional.of(proposal.plan()), "", proposal.demand()),
                    proposal.ageMax().toSeconds(),
                    proposal.notes());
        }
    }

    /** Where polling is to be off, and whether a device's user may change that. */
    record OffForm(String to, Optional<Ownership> ownership) {}

    /** Three decimals: what a person or a chart can use. */
    static double rounded(double number) {
        return Math.round(number * 1000) / 1000.0;
    }
}
