package dev.slipway.admin.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.admin.cli.simulate.FakePortal.Reply;
import dev.slipway.admin.cli.simulate.FakePortal.Seen;
import dev.slipway.admin.cli.simulate.Scene.Events;
import dev.slipway.admin.cli.simulate.Scene.Fleet;
import dev.slipway.admin.cli.simulate.Scene.Server;
import dev.slipway.app.simulation.RealWorld;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.bootloader.protocol.polling.PollingPlan;
import dev.slipway.core.polling.FleetPlan;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Real requests to a portal on loopback; time passes a hundred times as fast unless a test says otherwise. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SimulationTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final Events NOTHING = new Events(0, false, 0);
    private static final Events POWER_CUT = new Events(0, true, 1);
    private static final Optional<FleetPlan> EVERY_MINUTE =
            Optional.of(FleetPlan.plain(PollingPlan.rel(Duration.ofMinutes(1))));

    private final FakeHouseApi api = new FakeHouseApi();
    private final List<String> said = new ArrayList<>();
    private long times = 100;
    private final World world = new World(new RealWorld(), InstantSource.system(), () -> times * System.nanoTime());

    private int wishToEndAfter = Integer.MAX_VALUE;

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void phones_are_made_and_served_and_removed() {
        try (var portal = portal(seen -> FakePortal.FILE)) {
            JsonNode report =
                    play(portal, new Scene(fleet(20, 0, 0), EVERY_MINUTE, Duration.ZERO, NOTHING, at(portal)));

            assertThat(part(report, "first contact").path("ok").asInt()).isEqualTo(20);
            assertThat(portal.seen())
                    .allSatisfy(seen -> assertThat(seen.userAgent()).contains("snomD785-SIP"))
                    .extracting(Seen::path)
                    .contains("/d/sim-snom-000001/settings.xml", "/d/sim-snom-000020/settings.xml");
            assertThat(report.path("capacity").asDouble()).isEqualTo(1_000);
            assertThat(said).contains("20 of 20 phones made", "20 of 20 phones removed");
            assertThat(api.devices()).isEmpty();
            assertThat(api.groups()).isEmpty();
        }
    }

    @Test
    void phones_that_are_kept_are_taken_over_and_those_of_others_stay() {
        api.devices().add("ann-desk");
        try (var portal = portal(seen -> FakePortal.FILE)) {
            Scene scene = new Scene(fleet(3, 0, 0), EVERY_MINUTE, Duration.ZERO, NOTHING, at(portal));
            simulation().play(scene, api, true);
            assertThat(api.devices()).contains("sim-snom-000001", "sim-snom-000003");
            assertThat(api.groups()).containsExactly("sim-phones");

            JsonNode again = play(portal, new Scene(fleet(2, 0, 0), EVERY_MINUTE, Duration.ZERO, NOTHING, at(portal)));

            assertThat(part(again, "first contact").path("ok").asInt()).isEqualTo(2);
            assertThat(api.devices()).as("also the third is removed").containsExactly("ann-desk");
            assertThat(api.groups()).as("it was there before this run").containsExactly("sim-phones");
        }
    }

    @Test
    void each_make_says_its_own_name() {
        try (var portal = portal(seen -> FakePortal.FILE)) {
            var fleet = new Fleet(3, List.of(Make.values()), 0, 0);
            play(portal, new Scene(fleet, EVERY_MINUTE, Duration.ZERO, NOTHING, at(portal)));

            assertThat(portal.seen())
                    .extracting(Seen::userAgent)
                    .containsExactlyInAnyOrder(
                            "Mozilla/4.0 (compatible; snomD785-SIP 10.1.169.16 2010.12-00001-gd311851f1"
                                    + " (Feb 25 2019 - 14:19:43) 025349000001 SXM:0 UXM:0 UXMC:0)",
                            "Yealink SIP-T46G 28.72.0.1 02:53:49:10:00:02",
                            "Unknown");
        }
    }

    @Test
    void they_follow_the_plan_that_is_given() {
        try (var portal = portal(seen -> FakePortal.FILE)) {
            Scene scene = new Scene(fleet(10, 0, 0), EVERY_MINUTE, Duration.ofMinutes(5), NOTHING, at(portal));
            JsonNode polls = part(play(portal, scene), "by plan");

            assertThat(polls.path("ok").asInt()).isBetween(20, 50);
            assertThat(polls.path("mean").asDouble()).isBetween(0.06, 0.17);
        }
    }

    @Test
    void they_follow_the_plan_of_their_file() {
        String file = """
                <?xml version="1.0" encoding="utf-8"?>
                <settings><phone-settings>
                <prov_polling_enabled perm="R">on</prov_polling_enabled>
                <prov_polling_mode perm="R">rel</prov_polling_mode>
                <prov_polling_period perm="R">60</prov_polling_period>
                </phone-settings></settings>
                """;
        try (var portal = portal(seen -> new Reply(200, "", "\"one\"", file))) {
            Scene scene = new Scene(fleet(10, 0, 0), Optional.empty(), Duration.ofMinutes(5), NOTHING, at(portal));

            assertThat(part(play(portal, scene), "by plan").path("ok").asInt()).isBetween(20, 50);
        }
    }

    @Test
    void without_any_plan_nobody_waits_for_polls() {
        try (var portal = portal(seen -> FakePortal.FILE)) {
            Scene scene = new Scene(fleet(2, 0, 0), Optional.empty(), Duration.ofMinutes(5), NOTHING, at(portal));

            assertThatThrownBy(() -> play(portal, scene))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("simulate.no-plan"));
            assertThat(api.devices()).isEmpty();
        }
    }

    @Test
    void who_is_told_when_to_come_comes_then_and_the_deaf_after_half_a_minute() {
        try (var portal = portal(seen -> seen.time() == 1 ? Reply.refusal(100) : FakePortal.FILE)) {
            Scene scene = new Scene(fleet(10, 0.3, 0), EVERY_MINUTE, Duration.ZERO, POWER_CUT, at(portal));
            JsonNode report = play(portal, scene);

            JsonNode cut = part(report, "power cut");
            assertThat(cut.path("refused").asInt()).isEqualTo(10);
            assertThat(cut.path("ok").asInt()).isEqualTo(10);
            assertThat(report.path("drain").path("served").asInt()).isEqualTo(10);
            assertThat(report.path("drain").path("requests_per_device").asDouble())
                    .isEqualTo(2);
            for (int number = 1; number <= 10; number++) {
                List<Seen> own = portal.of("/d/sim-snom-%06d/settings.xml".formatted(number));
                assertThat(own.getLast().at() - own.get(1).at())
                        .as("phone %d", number)
                        .isGreaterThan((number <= 3 ? 29 : 99) * SECOND);
            }
            assertThat(report.path("drain").path("seconds").asDouble()).isGreaterThan(99);
            assertThat(report.path("drain").path("ideal_seconds").asDouble()).isLessThan(30);
        }
    }

    @Test
    void a_phone_that_knows_what_it_has_says_so() {
        try (var portal =
                portal(seen -> seen.ifNoneMatch().isEmpty() ? FakePortal.FILE : new Reply(304, "", "\"one\"", ""))) {
            Scene scene = new Scene(fleet(4, 0, 0.5), EVERY_MINUTE, Duration.ZERO, POWER_CUT, at(portal));
            JsonNode cut = part(play(portal, scene), "power cut");

            assertThat(cut.path("not_modified").asInt()).isEqualTo(2);
            assertThat(cut.path("ok").asInt()).isEqualTo(2);
        }
    }

    @Test
    void an_overload_goes_on_whatever_is_answered() {
        times = 10;
        try (var portal = portal(seen -> seen.time() == 0 ? FakePortal.FILE : Reply.refusal(3_600))) {
            var events = new Events(2, false, 0);
            var server = new Server(10, Optional.of(portal.address()), Optional.empty());
            Scene scene = new Scene(fleet(10, 0, 0), EVERY_MINUTE, Duration.ZERO, events, server);
            JsonNode load = part(play(portal, scene), "2x load");

            assertThat(load.path("refused").asInt()).isBetween(100, 300);
            assertThat(load.path("goodput").asDouble()).isZero();
        }
    }

    @Test
    void what_a_server_answers_is_found_out() {
        times = 5;
        try (var portal = portal(seen -> FakePortal.FILE)) {
            var server = new Server(0, Optional.of(portal.address()), Optional.empty());
            JsonNode report = play(portal, new Scene(fleet(2, 0, 0), EVERY_MINUTE, Duration.ZERO, NOTHING, server));

            assertThat(report.path("capacity").asDouble()).isPositive();
            assertThat(part(report, "capacity").path("ok").asInt()).isPositive();
            assertThat(report.has("answer_cpu_micros"))
                    .as("nobody told of CPU time")
                    .isFalse();
        }
    }

    @Test
    void what_an_answer_costs_is_told_where_the_server_tells_its_cpu_time() {
        times = 5;
        try (var portal = portal(seen -> seen.path().equals("/metrics") ? metrics(seen.time()) : FakePortal.FILE)) {
            var server = new Server(
                    0,
                    Optional.of(portal.address()),
                    Optional.of(portal.address().resolve("/metrics")));
            JsonNode report = play(portal, new Scene(fleet(2, 0, 0), EVERY_MINUTE, Duration.ZERO, NOTHING, server));

            JsonNode capacity = part(report, "capacity");
            assertThat(capacity.path("cpu_seconds").asDouble()).isEqualTo(10);
            assertThat(report.path("answer_cpu_micros").asDouble())
                    .isCloseTo(1e7 / capacity.path("ok").asInt(), Percentage.withPercentage(1));
        }
    }

    /** Each look finds ten seconds more. */
    private static Reply metrics(int time) {
        return new Reply(200, "", "", "# HELP a word\nprocess_cpu_time_ns_total " + (1 + time) + "0E9\nother 1\n");
    }

    @Test
    void who_wants_an_end_gets_what_was_played_and_leaves_nothing() {
        wishToEndAfter = 5;
        try (var portal = portal(seen -> FakePortal.FILE)) {
            Scene scene = new Scene(fleet(10, 0, 0), EVERY_MINUTE, Duration.ofDays(1), POWER_CUT, at(portal));
            JsonNode report = play(portal, scene);

            assertThat(report.path("parts").size()).isLessThan(3);
            assertThat(api.devices()).isEmpty();
            assertThat(api.groups()).isEmpty();
        }
    }

    @Test
    void where_nobody_listens_it_says_so_and_leaves_nothing() {
        URI nowhere;
        try (var portal = portal(seen -> FakePortal.FILE)) {
            nowhere = portal.address();
        }
        var server = new Server(10, Optional.of(nowhere), Optional.empty());
        Scene scene = new Scene(fleet(2, 0, 0), EVERY_MINUTE, Duration.ZERO, NOTHING, server);

        assertThatThrownBy(() -> simulation().play(scene, api, false))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("simulate.not-served"));
        assertThat(api.devices()).isEmpty();
    }

    private FakePortal portal(Function<Seen, Reply> rule) {
        return new FakePortal(world.nanos(), rule);
    }

    private static Fleet fleet(int devices, double deaf, double knowing) {
        return new Fleet(devices, List.of(Make.SNOM), deaf, knowing);
    }

    private static Server at(FakePortal portal) {
        return new Server(1_000, Optional.of(portal.address()), Optional.empty());
    }

    private Simulation simulation() {
        return new Simulation(world, new Random(42), () -> false, said::add);
    }

    private JsonNode play(FakePortal portal, Scene scene) {
        return new Simulation(world, new Random(42), () -> portal.seen().size() >= wishToEndAfter, said::add)
                .play(scene, api, false);
    }

    private static JsonNode part(JsonNode report, String name) {
        return report.path("parts")
                .valueStream()
                .filter(part -> part.path("part").asString("").equals(name))
                .findFirst()
                .orElseThrow();
    }
}
