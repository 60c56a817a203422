package dev.slipway.core.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Delivery;
import dev.slipway.base.fleet.acts.Delivery.State;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceEvent;
import dev.slipway.base.fleet.people.User;
import dev.slipway.fake.Refusals;
import dev.slipway.fake.TestLedger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportsTest {
    private final TestLedger house = new TestLedger();
    private final Reports reports = new Reports(house.ledger, house.clock);
    private final Admitted device = enrolled();

    private Admitted enrolled() {
        User ada = house.user("ada");
        Device added = house.write(stores -> {
            var device = new Device(
                    Id.next(house.random),
                    "ada-1",
                    stores.deviceTypes().named("linux-x86_64").orElseThrow().id(),
                    Optional.of(ada.id()),
                    Device.State.ACTIVE,
                    house.clock.instant());
            stores.devices().add(device);
            return device;
        });
        return new Admitted(house.tenant, added);
    }

    @BeforeEach
    void a_release_is_offered_and_an_application_is_to_go() {
        put("app", "2.0", true);
        put("old", "", false);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void put(String application, String release, boolean wanted) {
        house.write(stores -> {
            stores.deliveries()
                    .put(new Delivery(
                            device.device().id(),
                            application,
                            release,
                            wanted,
                            State.OFFERED,
                            new Delivery.Note(house.clock.instant(), "")));
            return wanted;
        });
    }

    private State state(String application) {
        return house.read(stores -> stores.deliveries().of(device.device().id())).stream()
                .filter(delivery -> delivery.application().equals(application))
                .map(Delivery::state)
                .findFirst()
                .orElseThrow();
    }

    private DeviceEvent event(long sequence, String application, String step, String outcome) {
        return new DeviceEvent(
                sequence,
                house.clock.instant(),
                1,
                new DeviceEvent.Subject(application, application.equals("app") ? "2.0" : "1.0"),
                step,
                new DeviceEvent.Outcome(outcome, "said so"));
    }

    private long report(Map<String, String> installed, DeviceEvent... events) {
        return reports.take(device, new Report(List.of(events), installed));
    }

    @ParameterizedTest
    @CsvSource({
        "app, download, started, DOWNLOADING",
        "app, download, progress, DOWNLOADING",
        "app, download, failed, FAILED",
        "app, verify, failed, FAILED",
        "app, install, started, OFFERED",
        "app, install, done, INSTALLED",
        "app, install, failed, FAILED",
        "old, remove, done, REMOVED",
        "old, remove, failed, FAILED",
        "app, remove, done, OFFERED",
        "old, install, done, OFFERED"
    })
    void each_step_moves_the_delivery_it_is_about(String application, String step, String outcome, State state) {
        assertThat(report(Map.of("old", "1.0"), event(1, application, step, outcome)))
                .isEqualTo(1);
        assertThat(state(application)).isEqualTo(state);
    }

    @Test
    void a_step_of_another_release_is_history() {
        put("app", "3.0", true);
        report(Map.of("old", "1.0"), event(1, "app", "install", "done"));
        assertThat(state("app")).isEqualTo(State.OFFERED);
    }

    @Test
    void a_repeated_report_changes_nothing() {
        report(Map.of("old", "1.0"), event(1, "app", "download", "started"), event(2, "app", "install", "done"));
        assertThat(report(Map.of("old", "1.0"), event(1, "app", "download", "started")))
                .isEqualTo(2);
        assertThat(state("app")).isEqualTo(State.INSTALLED);
        assertThat(house.list(
                        stores -> stores.deviceEvents().newest(device.device().id(), 10)))
                .hasSize(2);
    }

    @Test
    void what_stands_on_the_device_outweighs_lost_events() {
        assertThat(report(Map.of("app", "2.0"))).isZero();
        assertThat(state("app")).isEqualTo(State.INSTALLED);
        assertThat(state("old")).isEqualTo(State.REMOVED);
    }

    @Test
    void a_thousand_events_are_taken_and_one_more_is_too_many() {
        List<DeviceEvent> many = Collections.nCopies(Report.EVENTS_MAX + 1, event(1, "app", "poll", "done"));
        assertThat(reports.take(device, new Report(many.subList(1, many.size()), Map.of())))
                .isEqualTo(1);
        assertThat(Refusals.codeOf(() -> reports.take(device, new Report(many, Map.of()))))
                .isEqualTo("report.too-large");
    }
}
