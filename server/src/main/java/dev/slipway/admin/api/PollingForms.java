package dev.slipway.admin.api;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.bootloader.protocol.polling.PollingPlan;
import dev.slipway.core.polling.Demand;
import dev.slipway.core.polling.FleetPlan;
import dev.slipway.core.polling.FleetSimulation;
import dev.slipway.core.polling.Forecast;
import dev.slipway.core.polling.Herd;
import dev.slipway.core.polling.HerdSimulation;
import dev.slipway.core.polling.Planner;
import dev.slipway.core.polling.Scenario;
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

    /** What is simulated: all devices ask at one moment, and follow {@code plan} from then on. */
    record SimulationForm(
            Plan plan,
            int devices,
            Optional<Chances> chances,
            Optional<Observed> observed,
            Optional<LimitedServer> server) {
        Scenario scenario() {
            Observed seen = observed.orElse(new Observed(Optional.empty(), Optional.empty()));
            return new Scenario(
                    plan.plan(),
                    devices,
                    chancesOrUsual().conditions(),
                    Duration.ofSeconds(seen.fromSeconds().orElse(86_400L)),
                    Duration.ofSeconds(seen.lengthSeconds().orElse(86_400L)));
        }

        Chances chancesOrUsual() {
            return chances.orElse(new Chances(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        }

        Optional<Herd> herd() {
            return server.map(limited -> new Herd(
                    devices,
                    chancesOrUsual().conditions().bootSpread(),
                    limited.answersPerSecond(),
                    limited.refusalCost().orElse(0.02),
                    limited.retry().orElse(Herd.Retry.PLANNED),
                    limited.deafPercent().orElse(0.0) / 100));
        }
    }

    /** How unequal devices are; {@code seed} makes a run repeatable. */
    record Chances(
            Optional<Double> bootSpreadSeconds,
            Optional<Double> clockErrorSeconds,
            Optional<Double> driftPpm,
            Optional<Long> seed) {
        Forecast.Conditions conditions() {
            Forecast.Conditions usual = Forecast.Conditions.USUAL;
            double boot = bootSpreadSeconds.orElse(usual.bootSpread());
            double clock = clockErrorSeconds.orElse(usual.clockError());
            double drift = driftPpm.orElse(usual.driftPpm());
            if (!(boot > 0 && clock > 0 && drift >= 0)) {
                throw new Refusal(
                        "polling.scenario", "Spread and clock error are above 0 seconds, drift is not below 0.");
            }
            return new Forecast.Conditions(boot, clock, drift);
        }
    }

    /** Which time is counted, from that moment on; a day, from a day on, when left out. */
    record Observed(Optional<Long> fromSeconds, Optional<Long> lengthSeconds) {}

    /** The server that all ask at that moment. */
    record LimitedServer(
            double answersPerSecond,
            Optional<Double> refusalCost,
            Optional<Herd.Retry> retry,
            Optional<Double> deafPercent) {}

    /** What came out: of the plan, and when a server was given, of the herd. */
    record SimulationView(
            long polls, double mean, double fullestMinute, long fullestSecond, Optional<DrainView> drain) {
        static SimulationView of(FleetSimulation.Arrivals arrivals, Optional<DrainView> drain) {
            return new SimulationView(
                    arrivals.total(),
                    rounded(arrivals.mean()),
                    rounded(arrivals.peak(60) / 60.0),
                    arrivals.peak(1),
                    drain);
        }
    }

    /** How the herd was served, beside the ideal time. */
    record DrainView(
            long served, long doneSeconds, long p99Seconds, double idealSeconds, long peak, double requestsPerDevice) {
        static DrainView of(Herd herd, HerdSimulation.Drain drain) {
            return new DrainView(
                    drain.served(),
                    drain.doneSeconds(),
                    drain.p99Seconds(),
                    rounded(herd.idealSeconds()),
                    drain.peak(),
                    rounded(drain.requestsPerDevice()));
        }
    }
}
