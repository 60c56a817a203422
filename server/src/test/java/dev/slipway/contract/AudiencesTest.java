package dev.slipway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAccount;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.fleet.placement.Audience;
import dev.slipway.base.fleet.placement.Place;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Six devices: of ann (staff below all), of bob (in no group), two of nobody, one of them in staff, one retired. */
class AudiencesTest {
    @AutoClose
    private final House house = new House();

    private final Place.Everyone everyone = new Place.Everyone();
    private Id<DeviceType> phone;
    private Id<DeviceType> computer;
    private Group all;
    private Group staff;
    private User ann;
    private Device desk;

    @BeforeEach
    void open() {
        phone = house.id();
        computer = house.id();
        all = Samples.group(house.id(), "all", Optional.empty());
        staff = Samples.group(house.id(), "staff", Optional.of(all.id()));
        ann = Samples.user(house.id(), "ann");
        User bob = Samples.user(house.id(), "bob");
        house.change(stores -> {
            stores.deviceTypes().add(Samples.type(phone, "phone"));
            stores.deviceTypes().add(Samples.type(computer, "computer"));
            stores.groups().add(all);
            stores.groups().add(staff);
            stores.users().add(ann);
            stores.users().add(bob);
            stores.users().join(ann.id(), staff.id());
        });
        desk = device("desk", phone, Optional.of(ann.id()));
        device("laptop", computer, Optional.of(ann.id()));
        device("hall", phone, Optional.of(bob.id()));
        device("lift", phone, Optional.empty());
        Device door = device("door", phone, Optional.empty());
        Device old = device("old", phone, Optional.empty());
        house.change(stores -> {
            stores.devices().join(door.id(), staff.id());
            stores.devices()
                    .replace(new Device(old.id(), "old", phone, Optional.empty(), Device.State.RETIRED, old.created()));
        });
    }

    @Test
    void where_everyone_gets_the_same_there_is_one_part_without_the_retired() {
        assertThat(counts(everyone)).containsExactly(5L);
    }

    @Test
    void a_group_above_reaches_through_users_and_through_devices_and_these_are_two_parts() {
        assertThat(counts(new Place.OfGroup(all.id()))).containsExactly(2L, 2L, 1L);
        assertThat(counts(new Place.OfGroup(all.id()), new Place.OfGroup(staff.id())))
                .containsExactly(2L, 2L, 1L);
    }

    @Test
    void types_users_and_single_devices_part_too() {
        assertThat(counts(new Place.OfDeviceType(computer))).containsExactly(4L, 1L);
        assertThat(counts(new Place.OfUser(ann.id()))).containsExactly(3L, 2L);
        assertThat(counts(new Place.OfUser(ann.id()), new Place.OfDevice(desk.id())))
                .containsExactly(3L, 1L, 1L);
    }

    @Test
    void devices_on_which_an_active_account_stands_are_apart_where_that_is_asked_for() {
        Account account = Samples.account(house.id(), ann.id(), "ann@example.com");
        house.change(stores -> stores.accounts().add(account));
        assertThat(byAccounts()).containsExactly(3L, 2L);
        Device hall = house.find(stores -> stores.devices().named("hall")).orElseThrow();
        house.change(stores ->
                stores.deviceAccounts().place(hall.id(), List.of(new DeviceAccount(hall.id(), 1, account.id(), ""))));
        assertThat(byAccounts()).containsExactly(3L, 2L);
        assertThat(house.list(stores -> stores.deviceAccounts().holding(account.id())))
                .containsExactly(hall.id());
        house.change(stores -> stores.accounts()
                .replace(new Account(
                        account.id(),
                        ann.id(),
                        "sip",
                        account.address(),
                        account.secret(),
                        new Account.Service("", "", Account.State.DISABLED))));
        assertThat(byAccounts()).containsExactly(5L);
    }

    private List<Long> byAccounts() {
        return house.list(stores -> stores.assignments().audiencesByAccounts(List.of(everyone))).stream()
                .map(Audience::devices)
                .toList();
    }

    @Test
    void the_sample_is_one_of_its_part() {
        List<Audience> parts =
                house.list(stores -> stores.assignments().audiences(List.of(new Place.OfDevice(desk.id()))));

        assertThat(parts.getLast().sample()).isEqualTo(desk.id());
    }

    private List<Long> counts(Place... places) {
        return house.list(stores -> stores.assignments().audiences(List.of(places))).stream()
                .map(Audience::devices)
                .toList();
    }

    private Device device(String name, Id<DeviceType> type, Optional<Id<User>> user) {
        Device device = Samples.device(house.id(), name, type, user);
        house.change(stores -> stores.devices().add(device));
        return device;
    }
}
