package dev.slipway.admin.api;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.admin.act.placement.PollingFleet;
import dev.slipway.admin.act.placement.PollingFleet.Following;
import dev.slipway.admin.act.placement.PollingWish;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.placement.Profile;
import dev.slipway.core.polling.Demand;
import dev.slipway.core.polling.FleetSimulation;
import dev.slipway.core.polling.Forecast;
import dev.slipway.core.polling.HerdSimulation;
import dev.slipway.core.polling.Planner;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/** Operations on polling: what plans ask of the server, a plan for a wish, and what would happen. */
final class PollingRoutes {
    private static final String ROOT = RecordRoutes.ROOT + "polling/";
    private static final long SEED_USUAL = 42;

    /** A simulation takes a core for seconds: one at a time. */
    private final Semaphore simulating = new Semaphore(1);

    private PollingRoutes() {}

    static Stream<Route> all() {
        var routes = new PollingRoutes();
        return Stream.of(
                Route.get(ROOT + "forecast", call -> call.see(Area.DEVICES, acting -> Json.tree(forecast(acting)))),
                Route.post(ROOT + "proposal", PollingRoutes::propose),
                Route.put(ROOT + "plan", PollingRoutes::plan),
                Route.post(ROOT + "off", PollingRoutes::off),
                Route.post(ROOT + "simulation", routes::simulation));
    }

    private static PollingForms.Forecasts forecast(Acting acting) {
        var forecast = new Forecast(Forecast.Conditions.USUAL);
        List<Following> followings = new PollingFleet(acting).plans();
        List<PollingForms.PlanDemand> plans = followings.stream()
                .map(following ->
                        PollingForms.PlanDemand.of(following.plan(), following.refused(), demand(forecast, following)))
                .toList();
        Demand together = followings.stream()
                .filter(following -> following.plan().isPresent())
                .map(following -> demand(forecast, following))
                .reduce(Demand.NONE, Demand::plus);
        return new PollingForms.Forecasts(plans, PollingForms.PlanDemand.of(Optional.empty(), "", together));
    }

    private static Demand demand(Forecast forecast, Following following) {
        return following
                .plan()
                .map(plan -> forecast.of(plan, following.devices()))
                .orElseGet(() -> Demand.silent(following.devices()));
    }

    private static Reply propose(Call call) {
        PollingWish wish = call.form(PollingWish.class);
        return call.see(Area.DEVICES, acting -> Json.tree(PollingForms.ProposalView.of(wish.proposal(acting))));
    }

    private static Reply plan(Call call) {
        PollingWish wish = call.form(PollingWish.class);
        Planner.Proposal proposal = call.acts().see(call.caller(), Area.DEVICES, wish::proposal);
        return call.run(
                wish.carryOut(proposal),
                (acting, profile) -> Reply.ok(Json.tree(PollingForms.ProposalView.of(proposal))));
    }

    private static Reply off(Call call) {
        PollingForms.OffForm form = call.form(PollingForms.OffForm.class);
        Command<Profile> act = PollingWish.off(form.to(), form.ownership());
        return call.run(act, (acting, profile) -> Reply.done());
    }

    private Reply simulation(Call call) {
        PollingForms.SimulationForm form = call.form(PollingForms.SimulationForm.class);
        call.see(Area.DEVICES, acting -> Json.object());
        if (!simulating.tryAcquire()) {
            throw new Refusal("polling.busy", "Another simulation is running; ask again in some seconds.");
        }
        try {
            return Reply.ok(Json.tree(simulated(form)));
        } finally {
            simulating.release();
        }
    }

    private static PollingForms.SimulationView simulated(PollingForms.SimulationForm form) {
        var random = new SplittableRandom(form.chancesOrUsual().seed().orElse(SEED_USUAL));
        FleetSimulation.Arrivals arrivals = FleetSimulation.run(form.scenario(), random.split());
        return PollingForms.SimulationView.of(
                arrivals,
                form.herd().map(herd -> PollingForms.DrainView.of(herd, HerdSimulation.run(herd, random.split()))));
    }
}
