package dev.slipway.contract;

import static dev.slipway.contract.House.changed;
import static dev.slipway.contract.PeopleTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.acts.Delivery;
import dev.slipway.base.fleet.devices.Decided;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceDocument;
import dev.slipway.base.fleet.devices.DeviceIdentifier;
import dev.slipway.base.fleet.devices.DeviceRequests;
import dev.slipway.base.fleet.devices.DeviceSeen;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.devices.Seen;
import dev.slipway.base.fleet.people.User;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DevicesTest {
    @AutoClose
    private final House house = new House();

    private DeviceType type;
    private Device device;

    @BeforeAll
    void open() {
        type = Samples.type(house.id(), "Type");
        house.change(stores -> stores.deviceTypes().add(type));
    }

    @BeforeEach
    void add() {
        device = device();
        house.change(stores -> stores.devices().add(device));
    }

    private Device device() {
        Id<Device> id = house.id();
        return Samples.device(id, "Device " + id, type.id(), Optional.empty());
    }

    @Test
    void a_type_that_has_devices_stays() {
        assertRefused(
                "fleet.in-use", () -> house.did(stores -> stores.deviceTypes().remove(type.id())));
    }

    @Test
    void a_mark_belongs_to_one_device() {
        DeviceIdentifier mark = new DeviceIdentifier("mac", device.id().toString());
        house.change(stores -> stores.devices().identify(device.id(), List.of(mark, mark)));
        assertThat(house.find(stores -> stores.devices().identified(mark))).contains(device);
        Device second = device();
        house.change(stores -> stores.devices().add(second));
        assertRefused(
                "fleet.duplicate", () -> house.change(stores -> stores.devices().identify(second.id(), List.of(mark))));
        house.change(stores -> stores.devices().identify(device.id(), List.of()));
        assertThat(house.find(stores -> stores.devices().identified(mark))).isEmpty();
    }

    @Test
    void a_user_that_goes_leaves_the_device_and_changes_it() {
        User user = Samples.user(house.id(), "gone" + device.id());
        Device owned = Samples.device(device.id(), device.name(), type.id(), Optional.of(user.id()));
        house.change(stores -> {
            stores.users().add(user);
            stores.devices().replace(owned);
        });
        assertThat(house.list(stores -> stores.devices().of(user.id()))).containsExactly(owned);
        assertThat(house.changes(stores -> stores.users().remove(user.id())))
                .contains(changed(Change.Kind.DEVICE, device.id()));
        assertThat(house.find(stores -> stores.devices().find(device.id()))).contains(device);
    }

    @Test
    void every_change_of_a_device_is_noted() {
        String noted = changed(Change.Kind.DEVICE, device.id());
        assertThat(house.changes(stores -> stores.devices().replace(device))).containsExactly(noted);
        assertThat(house.changes(stores -> stores.devices().identify(device.id(), List.of())))
                .containsExactly(noted);
        assertThat(house.changes(stores -> stores.devices().token(device.id(), house.hash(50))))
                .containsExactly(noted);
        assertThat(house.changes(stores -> stores.deviceAccounts().place(device.id(), List.of())))
                .containsExactly(noted);
        assertThat(house.changes(stores -> stores.devices().remove(device.id())))
                .containsExactly(noted);
    }

    @Test
    void what_devices_report_is_no_change() {
        assertThat(house.changes(stores -> {
                    stores.deviceDocuments().keep(Samples.document(device.id(), 1, "a", 1), 0);
                    stores.deviceEvents().add(device.id(), List.of(Samples.event(1)));
                    stores.deliveries().put(Samples.delivery(device.id(), true, Delivery.State.PENDING));
                    stores.deliveries().put(Samples.delivery(device.id(), true, Delivery.State.INSTALLED));
                }))
                .isEmpty();
    }

    @Test
    void a_removal_that_begins_or_ends_is_a_change() {
        String noted = changed(Change.Kind.DEVICE, device.id());
        house.change(stores -> stores.deliveries().put(Samples.delivery(device.id(), true, Delivery.State.INSTALLED)));
        assertThat(house.changes(stores ->
                        stores.deliveries().put(Samples.delivery(device.id(), false, Delivery.State.OFFERED))))
                .containsExactly(noted);
        assertThat(house.changes(stores ->
                        stores.deliveries().put(Samples.delivery(device.id(), false, Delivery.State.REMOVED))))
                .containsExactly(noted);
        assertThat(house.list(stores -> stores.deliveries().of(device.id())))
                .containsExactly(Samples.delivery(device.id(), false, Delivery.State.REMOVED));
    }

    @Test
    void of_many_who_make_a_version_one_is_kept_and_all_get_it() throws Exception {
        List<DeviceDocument> kept = Together.run(
                16,
                number -> house.ledger.note(house.tenant, stores -> stores.deviceDocuments()
                        .keep(Samples.document(device.id(), 7 + number, "maker" + number, 1), 0)));
        assertThat(kept).containsOnly(kept.getFirst());
        assertThat(house.find(stores -> stores.deviceDocuments().find(device.id(), "bundle")))
                .contains(kept.getFirst());
    }

    @Test
    void a_document_is_replaced_only_by_who_saw_it_and_by_a_later_version() {
        DeviceDocument second = Samples.document(device.id(), 2, "two", 10);
        keep(second, 0);
        assertThat(keep(Samples.document(device.id(), 3, "blind", 20), 0)).isEqualTo(second);
        assertThat(keep(Samples.document(device.id(), 3, "late", 20), 1)).isEqualTo(second);
        assertThat(keep(Samples.document(device.id(), 1, "one", 20), 2)).isEqualTo(second);
        assertThat(keep(Samples.document(device.id(), 2, "other", 20), 2)).isEqualTo(second);
        assertThat(keep(Samples.document(device.id(), 2, "two", 30), 2).body().serial())
                .isEqualTo(30);
        assertThat(keep(Samples.document(device.id(), 2, "two", 20), 2).body().serial())
                .isEqualTo(30);
        assertThat(keep(Samples.document(device.id(), 9, "nine", 5), 2).version())
                .isEqualTo(9);
    }

    @Test
    void a_document_rests_sealed() {
        DeviceDocument made = Samples.document(device.id(), 1, "readable", 10);
        keep(made, 0);
        String resting = house.jdbi().withHandle(handle -> handle.createQuery(
                        "select encode(body, 'escape') from device_document where device = :device")
                .bind("device", device.id().value())
                .mapTo(String.class)
                .one());
        assertThat(resting).startsWith("v1:").doesNotContain("readable");
        assertThat(house.find(stores -> stores.deviceDocuments().find(device.id(), "bundle")))
                .contains(made);
    }

    @Test
    void a_decision_is_kept_when_it_differs_from_the_last_one_about_the_same_document() {
        DeviceRequests requests = house.rooms().batched().requests();
        Decided first = decided(device.id(), 1, "a.xml", "sent");
        Decided other = decided(device.id(), 2, "b.xml", "sent");
        Decided refused = decided(device.id(), 3, "a.xml", "404");
        Decided gone = decided(house.id(), 4, "a.xml", "sent");
        requests.write(List.of(refused, gone, other, first));
        Decided again = decided(device.id(), 9, "a.xml", "404");
        Decided mended = decided(device.id(), 10, "a.xml", "sent");
        requests.write(List.of(decided(device.id(), 8, "b.xml", "sent")));
        requests.write(List.of(again, mended));
        assertThat(requests.newest(house.tenant, device.id(), 9)).containsExactly(mended, refused, other, first);
        assertThat(requests.newest(house.tenant, device.id(), 1)).containsExactly(mended);
        assertThat(requests.newest(house.other, device.id(), 9)).isEmpty();
        house.did(stores -> stores.devices().remove(device.id()));
        assertThat(requests.newest(house.tenant, device.id(), 9)).isEmpty();
    }

    private static Decided decided(Id<Device> device, int second, String document, String answer) {
        return new Decided(device, House.NOON.plusSeconds(second), "snom", "let in", document, answer);
    }

    private DeviceDocument keep(DeviceDocument made, long before) {
        return house.write(stores -> stores.deviceDocuments().keep(made, before));
    }

    @Test
    void events_are_kept_once_and_come_oldest_first() {
        assertThat(report(1, 2, 3)).isEqualTo(3);
        assertThat(report(2, 3, 4)).isEqualTo(4);
        assertThat(report(1)).isEqualTo(4);
        assertThat(report()).isEqualTo(4);
        assertThat(house.list(stores -> stores.deviceEvents().newest(device.id(), 3)))
                .containsExactly(Samples.event(2), Samples.event(3), Samples.event(4));
    }

    private long report(long... sequences) {
        return house.<Long>write(stores -> stores.deviceEvents()
                .add(
                        device.id(),
                        Arrays.stream(sequences).mapToObj(Samples::event).toList()));
    }

    @Test
    void the_newest_sight_stays_and_one_of_a_lost_device_is_passed_over() {
        DeviceSeen seen = house.rooms().batched().seen();
        Seen first = new Seen(house.tenant, device.id(), House.NOON, "192.0.2.1", "a");
        Seen second = new Seen(house.tenant, device.id(), House.NOON.plusSeconds(9), "192.0.2.2", "b");
        Seen lost = new Seen(house.tenant, house.id(), House.NOON, "192.0.2.3", "c");
        Seen stolen = new Seen(house.other, device.id(), House.NOON.plusSeconds(99), "192.0.2.4", "d");
        seen.write(List.of(second, first, lost, stolen));
        seen.write(List.of(first));
        assertThat(seen.last(house.tenant, device.id())).contains(second);
        assertThat(seen.last(house.other, device.id())).isEmpty();
    }

    @Test
    void of_fifty_who_redeem_one_wins() throws Exception {
        User user = Samples.user(house.id(), "redeemer");
        Activation activation = Samples.activation(house.id(), user.id(), house.hash(60));
        house.change(stores -> {
            stores.users().add(user);
            stores.activations().add(activation);
        });
        List<Boolean> won = Together.run(
                50,
                number -> house.ledger.note(
                        house.tenant, stores -> stores.activations().redeem(activation.id(), House.NOON)));
        assertThat(won).containsOnlyOnce(true);
        assertThat(house.find(stores -> stores.activations().find(activation.id())))
                .map(Activation::state)
                .contains(Activation.State.REDEEMED);
    }

    @Test
    void an_activation_of_yesterday_is_not_redeemed() {
        User user = Samples.user(house.id(), "late");
        Activation late = Samples.activation(house.id(), user.id(), House.NOON, Optional.empty());
        house.change(stores -> {
            stores.users().add(user);
            stores.activations().add(late);
        });
        assertThat(house.did(stores -> stores.activations().redeem(late.id(), House.NOON)))
                .isFalse();
    }
}
