package dev.slipway.contract;

import static dev.slipway.contract.House.changed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAddress;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.Contact;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.Person;
import dev.slipway.base.fleet.people.User;
import dev.slipway.core.settings.document.Contacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who stands in phone books, and what a certificate adds to a pin. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContactsTest {
    @AutoClose
    private final House house = new House();

    private DeviceType type;
    private Group sales;
    private Group inner;
    private User ann;

    @BeforeAll
    void people() {
        type = Samples.type(house.id(), "Type");
        sales = Samples.group(house.id(), "sales", Optional.empty());
        inner = Samples.group(house.id(), "sales inside", Optional.of(sales.id()));
        ann = user("Ann", User.State.ACTIVE);
        User bob = user("Bob", User.State.ACTIVE);
        User zoe = user("", User.State.ACTIVE);
        User gone = user("Gone", User.State.DISABLED);
        house.change(stores -> {
            stores.deviceTypes().add(type);
            stores.groups().add(sales);
            stores.groups().add(inner);
            List.of(ann, bob, zoe, gone).forEach(stores.users()::add);
            stores.accounts().add(account(ann, "sip", "9ann@example.com", Account.State.ACTIVE));
            stores.accounts().add(account(ann, "sip", "ann@example.com", Account.State.ACTIVE));
            stores.accounts().add(account(ann, "mail", "ann@mail.example.com", Account.State.ACTIVE));
            stores.accounts().add(account(bob, "sip", "BOB@example.com", Account.State.ACTIVE));
            stores.accounts().add(account(bob, "sip", "old@example.com", Account.State.DISABLED));
            stores.accounts().add(account(zoe, "sip", "zoe@example.com", Account.State.ACTIVE));
            stores.accounts().add(account(gone, "sip", "gone@example.com", Account.State.ACTIVE));
            stores.users().join(ann.id(), sales.id());
            stores.users().join(bob.id(), inner.id());
        });
    }

    @Test
    void everyone_with_an_active_sip_account_comes_by_name_and_without_one_by_login() {
        List<Contact> everyone =
                house.list(stores -> Contacts.of(view(Optional.empty()), stores).of("everyone"));
        assertThat(everyone)
                .extracting(Contact::address)
                .containsExactly("9ann@example.com", "ann@example.com", "BOB@example.com", "zoe@example.com");
        assertThat(everyone.getLast().name()).startsWith("login");
    }

    @Test
    void a_group_is_its_members_and_those_below_and_nobody_above() {
        DeviceView ofAnn = view(Optional.of(ann.id()));
        assertThat(house.list(stores -> Contacts.of(ofAnn, stores).of("group")))
                .extracting(Contact::name)
                .containsExactly("Ann", "Ann", "Bob");
        DeviceView inside = view(Optional.empty());
        house.change(stores -> stores.devices().join(inside.identity().device().id(), inner.id()));
        DeviceView after = viewed(inside.identity().device().id());
        assertThat(house.list(stores -> Contacts.of(after, stores).of("group")))
                .extracting(Contact::name)
                .containsExactly("Bob");
        assertThat(house.list(stores -> Contacts.of(inside, stores).of("group")))
                .isEmpty();
        assertThat(house.list(stores -> Contacts.of(after, stores).of("none"))).isEmpty();
    }

    @Test
    void the_most_are_the_first_by_address() {
        assertThat(house.list(stores -> stores.accounts().contacts(Optional.empty(), 3)))
                .extracting(Contact::address)
                .containsExactly("9ann@example.com", "ann@example.com", "BOB@example.com");
    }

    @Test
    void a_certificate_is_added_to_a_pin_without_one_once_and_noted() {
        Id<Device> device = view(Optional.empty()).identity().device().id();
        var pin = new DeviceAddress.Pin("snom", "D785", "", "", "");
        house.change(stores ->
                stores.deviceAddresses().keep(new DeviceAddress(device, 1, Instant.EPOCH, Optional.of(pin), 0)));
        assertThat(house.changes(stores -> stores.deviceAddresses().certify(device, "ab")))
                .containsExactly(changed(Change.Kind.DEVICE, device));
        assertThat(house.did(stores -> stores.deviceAddresses().certify(device, "cd")))
                .isFalse();
        assertThat(house.find(stores -> stores.deviceAddresses().find(device)).flatMap(DeviceAddress::pin))
                .contains(new DeviceAddress.Pin("snom", "D785", "", "", "ab"));
    }

    private DeviceView view(Optional<Id<User>> owner) {
        Id<Device> id = house.id();
        house.change(stores -> stores.devices().add(Samples.device(id, "Device " + id, type.id(), owner)));
        return viewed(id);
    }

    private DeviceView viewed(Id<Device> id) {
        return house.read(stores -> stores.view(id, ""));
    }

    private User user(String name, User.State state) {
        Id<User> id = house.id();
        return new User(id, "login" + id, new Person(name, "", "", ""), state, Optional.empty());
    }

    private Account account(User user, String kind, String address, Account.State state) {
        var service = new Account.Service("", "", state);
        return new Account(house.id(), user.id(), kind, address, Optional.empty(), service);
    }
}
