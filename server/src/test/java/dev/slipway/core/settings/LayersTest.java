package dev.slipway.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAccount;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.core.settings.merge.Layer;
import dev.slipway.core.settings.merge.Layer.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LayersTest {
    private SampleFleet fleet;

    @BeforeEach
    void open() {
        fleet = new SampleFleet();
    }

    @Test
    void places_stand_weakest_first_and_a_group_of_both_counts_with_the_users() {
        User alice = fleet.user("alice");
        Account account = fleet.account(alice, "alice@acme.example", Account.State.ACTIVE);
        Device laptop = fleet.device("laptop", Optional.of(alice));
        Group company = fleet.group("company", Optional.empty());
        Group sales = fleet.group("sales", Optional.of(company));
        Group bern = fleet.group("bern", Optional.of(sales));
        Group machines = fleet.group("machines", Optional.of(company));
        fleet.write(stores -> {
            stores.users().join(alice.id(), bern.id());
            stores.devices().join(laptop.id(), machines.id());
        });

        DeviceLayers layers = Layers.of(fleet.view(laptop.id()));

        assertThat(layers.places().entrySet())
                .containsExactly(
                        Map.entry(new Place.Everyone(), Layer.of(Level.EVERYONE)),
                        Map.entry(new Place.OfDeviceType(fleet.type().id()), Layer.of(Level.DEVICE_TYPE)),
                        Map.entry(new Place.OfGroup(company.id()), new Layer(Level.USER_GROUP, 0)),
                        Map.entry(new Place.OfGroup(sales.id()), new Layer(Level.USER_GROUP, 1)),
                        Map.entry(new Place.OfGroup(bern.id()), new Layer(Level.USER_GROUP, 2)),
                        Map.entry(new Place.OfGroup(machines.id()), new Layer(Level.DEVICE_GROUP, 1)),
                        Map.entry(new Place.OfUser(alice.id()), Layer.of(Level.USER)),
                        Map.entry(new Place.OfAccount(account.id()), Layer.of(Level.ACCOUNT)),
                        Map.entry(new Place.OfDevice(laptop.id()), Layer.of(Level.DEVICE)));
    }

    @Test
    void without_rows_all_active_accounts_of_the_user_stand_on_the_device_oldest_first() {
        User alice = fleet.user("alice");
        Account first = fleet.account(alice, "alice@acme.example", Account.State.ACTIVE);
        fleet.account(alice, "old@acme.example", Account.State.DISABLED);
        Account second = fleet.account(alice, "team@acme.example", Account.State.ACTIVE);
        Device phone = fleet.device("phone", Optional.of(alice));
        assertThat(accounts(phone))
                .containsExactly(
                        new PlacedAccount(1, "alice@acme.example", first),
                        new PlacedAccount(2, "team@acme.example", second));
    }

    @Test
    void with_rows_accounts_of_several_users_share_a_phone() {
        User alice = fleet.user("alice");
        User bob = fleet.user("bob");
        Account left = fleet.account(alice, "alice@acme.example", Account.State.ACTIVE);
        Account right = fleet.account(bob, "bob@acme.example", Account.State.ACTIVE);
        Device phone = fleet.device("phone", Optional.of(alice));
        fleet.write(stores -> stores.deviceAccounts()
                .place(
                        phone.id(),
                        List.of(
                                new DeviceAccount(phone.id(), 1, right.id(), "Bob"),
                                new DeviceAccount(phone.id(), 4, left.id(), ""))));
        assertThat(accounts(phone))
                .containsExactly(new PlacedAccount(1, "Bob", right), new PlacedAccount(4, "alice@acme.example", left));
    }

    @Test
    void a_device_without_user_has_no_layer_of_a_user() {
        Device lobby = fleet.device("lobby", Optional.empty());
        assertThat(Layers.of(fleet.view(lobby.id())).places())
                .containsOnlyKeys(
                        new Place.Everyone(),
                        new Place.OfDeviceType(fleet.type().id()),
                        new Place.OfDevice(lobby.id()));
    }

    @Test
    void an_unknown_device_is_refused() {
        assertThatThrownBy(() -> fleet.view(fleet.id()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("device.unknown"));
    }

    private List<PlacedAccount> accounts(Device device) {
        return Layers.of(fleet.view(device.id())).accounts();
    }
}
