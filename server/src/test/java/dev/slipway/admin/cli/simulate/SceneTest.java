package dev.slipway.admin.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.admin.cli.simulate.Scene.Events;
import dev.slipway.admin.cli.simulate.Scene.Fleet;
import dev.slipway.admin.cli.simulate.Scene.Server;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.bootloader.protocol.polling.PollingPlan;
import dev.slipway.core.polling.FleetPlan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SceneTest {
    private static final Fleet PHONES = new Fleet(Scene.DEVICES_MAX, List.of(Make.SNOM), 1, 1);
    private static final Events EVENTS = new Events(100, true, 3_600);
    private static final Server SERVER = new Server(1e6, Optional.empty(), Optional.empty());

    @Test
    void the_largest_scene_is_played() {
        var plan = FleetPlan.plain(PollingPlan.rel(PollingPlan.PERIOD_MIN));
        assertThat(new Scene(PHONES, Optional.of(plan), Duration.ofDays(1), EVENTS, SERVER))
                .isNotNull();
    }

    @Test
    void what_is_beyond_reason_is_refused() {
        Stream.<ThrowingCallable>of(
                        () -> new Fleet(0, List.of(Make.SNOM), 0, 0),
                        () -> new Fleet(Scene.DEVICES_MAX + 1, List.of(Make.SNOM), 0, 0),
                        () -> new Fleet(1, List.of(), 0, 0),
                        () -> new Fleet(1, List.of(Make.SNOM), 1.01, 0),
                        () -> new Fleet(1, List.of(Make.SNOM), 0, -0.01),
                        () -> new Events(100.1, false, 20),
                        () -> new Events(0, true, 3_601),
                        () -> new Events(Double.NaN, true, 20),
                        () -> new Server(1e6 + 1, Optional.empty(), Optional.empty()),
                        () -> new Scene(
                                PHONES, Optional.empty(), Duration.ofDays(1).plusMillis(1), EVENTS, SERVER))
                .forEach(scene -> assertThatThrownBy(scene)
                        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                                .isEqualTo("simulate.scene")));
    }
}
