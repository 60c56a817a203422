package dev.slipway.admin.api;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.core.polling.FleetSimulation;
import dev.slipway.core.polling.Forecast;
import dev.slipway.core.polling.Herd;
import dev.slipway.core.polling.HerdSimulation;
import dev.slipway.core.polling.Scenario;
import java.time.Duration;
import java.util.Optional;

/** Simulations as they are written in JSON; numbers of requests are per second. */
final class SimulationForms {
    private SimulationForms() {}

    /** What is simulated: all devices ask at one moment, and follow {@code plan} from then on. */
    record SimulationForm(
            PollingForms.Plan plan,
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
                    PollingForms.rounded(arrivals.mean()),
                    PollingForms.rounded(arrivals.peak(60) / 60.0),
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
                    PollingForms.rounded(herd.idealSeconds()),
                    drain.peak(),
                    PollingForms.rounded(drain.requestsPerDevice()));
        }
    }
}
