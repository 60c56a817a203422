package dev.slipway.admin.cli.simulate;

import dev.slipway.base.fleet.Refusal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * The simulated phones as devices of the server: in a group of their own, by names of their own. Those that an earlier
 * run left are taken over.
 *
 * @param stopped whether somebody wants an end
 * @param say told what goes on
 */
record SimulatedFleet(HouseApi api, BooleanSupplier stopped, Consumer<String> say) {
    /** What the names of all simulated devices begin with; nothing else is removed. */
    static final String PREFIX = "sim-";

    static final String GROUP = PREFIX + "phones";

    private static final String DEVICES = "devices";
    private static final String GROUPS = "groups";

    /** Acts at once: what a server of two cores takes without refusing any. */
    private static final int HANDS = 8;

    private static final int TOLD_EVERY = 1_000;
    private static final int OPEN_SECONDS = 86_400;

    /** Makes the group; false when it was there, perhaps with what an administrator gave it. */
    boolean begin() {
        return api.make(GROUPS, Map.of("name", GROUP));
    }

    /** Makes them, with addresses open for a first contact. */
    List<Phone> open(Scene scene) {
        Scene.Fleet fleet = scene.fleet();
        return each(fleet.devices(), "made", index -> phone(scene, index));
    }

    private Phone phone(Scene scene, int index) {
        Scene.Fleet fleet = scene.fleet();
        Make make = fleet.makes().get(index % fleet.makes().size());
        int number = index + 1;
        String name = make.device(number);
        api.make(
                DEVICES,
                Map.of(
                        "name", name,
                        "type", make.word(),
                        "identifiers", List.of(Map.of("kind", "mac", "value", make.mac(number))),
                        "groups", List.of(GROUP)));
        JsonNode address = api.act(DEVICES, name, "address", Map.of("open_seconds", OPEN_SECONDS));
        var manner = new Phone.Manner(
                index < fleet.deaf() * fleet.devices(), fleet.devices() - index <= fleet.knowing() * fleet.devices());
        return new Phone(make.mac(number), make.polled(file(address, scene.server())), make.headers(number), manner);
    }

    /** The path is the server's, the place that of the scene. */
    private static URI file(JsonNode address, Scene.Server server) {
        URI file = URI.create(address.path("file").asString(""));
        if (!file.isAbsolute()) {
            throw new Refusal(
                    "simulate.no-file",
                    "Its device type takes no settings file of its maker:"
                            + " let slipway device-type change say so again.");
        }
        return server.at()
                .map(at -> URI.create(at.toString().replaceFirst("/+$", "") + file.getRawPath()))
                .orElse(file);
    }

    /**
     * Removes all that bear such a name and are in the group, also those of earlier runs.
     *
     * @param group whether the group goes too
     */
    void remove(boolean group) {
        List<String> names = api.devicesIn(GROUP).stream()
                .filter(name -> name.startsWith(PREFIX))
                .toList();
        new SimulatedFleet(api, () -> false, say).each(names.size(), "removed", index -> {
            api.remove(DEVICES, names.get(index));
            return index;
        });
        if (group) {
            api.remove(GROUPS, GROUP);
        }
    }

    /** Does it for each number; ends with the first that fails, and early when somebody wants an end. */
    private <T> List<T> each(int count, String done, IntFunction<T> act) {
        var ready = new AtomicInteger();
        try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
            List<Future<T>> all = IntStream.range(0, count)
                    .mapToObj(index -> hands.submit(() -> {
                        T made = act.apply(index);
                        int now = ready.incrementAndGet();
                        if (now % TOLD_EVERY == 0 || now == count) {
                            say.accept("%,d of %,d phones %s".formatted(now, count, done));
                        }
                        return made;
                    }))
                    .toList();
            return gathered(all);
        }
    }

    private <T> List<T> gathered(List<Future<T>> all) {
        List<T> results = new ArrayList<>();
        try {
            for (Future<T> one : all) {
                if (stopped.getAsBoolean()) {
                    throw new CancellationException("stopped");
                }
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } finally {
            all.forEach(one -> one.cancel(false));
        }
    }
}
