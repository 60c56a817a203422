package dev.slipway.admin.cli.simulate;

import dev.slipway.base.fleet.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;

/** Plays a scene, part by part. */
public final class Simulation {
    private final World world;
    private final RandomGenerator random;
    private final BooleanSupplier stopped;
    private final Consumer<String> say;
    private final Instant began;
    private final long beganNanos;

    /**
     * A simulation in that world.
     *
     * @param random equal generators give equal boots; what the server answers is its own
     * @param stopped whether somebody wants an end; asked every few milliseconds
     * @param say told what goes on
     */
    public Simulation(World world, RandomGenerator random, BooleanSupplier stopped, Consumer<String> say) {
        this.world = world;
        this.random = random;
        this.stopped = stopped;
        this.say = say;
        this.began = world.clock().instant();
        this.beganNanos = world.nanos().getAsLong();
    }

    /**
     * Makes the phones, plays, and removes them again unless they are to be kept; what came of it, also when somebody
     * wanted an end before all was played. Refuses {@code simulate.stopped}, {@code simulate.no-plan},
     * {@code simulate.not-served} and {@code simulate.no-file}.
     */
    public ObjectNode play(Scene scene, HouseApi api, boolean keep) {
        var fleet = new SimulatedFleet(api, stopped, say);
        boolean own = fleet.begin();
        try {
            return played(scene, fleet.open(scene));
        } catch (CancellationException early) {
            throw new Refusal("simulate.stopped", "Stopped before there was anything to tell; start it again.");
        } finally {
            if (!keep) {
                fleet.remove(own);
            }
        }
    }

    private ObjectNode played(Scene scene, List<Phone> phones) {
        var report = new Report(scene);
        Tally first = part(scene, BackToBack.first(taking(scene)), phones);
        report.add(first);
        if (first.counts().good() == 0 && !stopped.getAsBoolean()) {
            throw new Refusal(
                    "simulate.not-served",
                    "No phone got its file: name the portal with --at, or ask slipway device requests for the reason.");
        }
        double capacity = capacity(scene, phones, report);
        follow(scene, phones, report);
        if (scene.events().load() > 0 && !stopped.getAsBoolean()) {
            double times = scene.events().load();
            report.overload(part(scene, new Overload(times, rate(times * capacity), phones.size()), phones));
        }
        if (scene.events().powerCut() && !stopped.getAsBoolean()) {
            var cut = new PowerCut(taking(scene), scene.events().bootSpread(), phones.size());
            report.add(part(scene, cut, phones));
            report.drained(cut, capacity);
        }
        return report.done();
    }

    /** As told, else measured. */
    private double capacity(Scene scene, List<Phone> phones, Report report) {
        double told = scene.server().capacity();
        if (told > 0 || stopped.getAsBoolean()) {
            return Math.max(1, told);
        }
        Tally measured = part(scene, BackToBack.capacity(), phones);
        report.capacity(measured);
        return Math.max(1, measured.goodput());
    }

    private void follow(Scene scene, List<Phone> phones, Report report) {
        if (scene.length().isZero() || stopped.getAsBoolean()) {
            return;
        }
        if (phones.stream().allMatch(phone -> phone.plan().isEmpty())) {
            throw new Refusal(
                    "simulate.no-plan",
                    "Their files carry no polling plan that can be read: give one with --period, or none with"
                            + " --minutes 0.");
        }
        report.add(part(scene, new ByPlan(taking(scene), scene.length()), phones));
    }

    private double rate(double wanted) {
        if (wanted > Scene.RATE_MAX) {
            say.accept("more than %,d requests a second are not sent by one program".formatted(Scene.RATE_MAX));
        }
        return Math.min(wanted, Scene.RATE_MAX);
    }

    private Tally part(Scene scene, Part part, List<Phone> phones) {
        say.accept(part.name());
        var cpu = new ServerCpu(world.network(), scene.server().metrics());
        OptionalDouble before = cpu.seconds();
        try {
            Tally tally = Play.of(world, stopped, part, phones);
            OptionalDouble after = cpu.seconds();
            if (before.isPresent() && after.isPresent()) {
                tally.cpu(after.getAsDouble() - before.getAsDouble());
            }
            return tally;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private Taking taking(Scene scene) {
        Instant now = began.plusNanos(world.nanos().getAsLong() - beganNanos);
        return new Taking(now, scene.plan(), world.network()::plan, random);
    }
}
