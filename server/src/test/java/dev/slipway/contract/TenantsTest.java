package dev.slipway.contract;

import static dev.slipway.contract.PeopleTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.Page;
import dev.slipway.base.fleet.Records;
import dev.slipway.base.fleet.acts.Delivery;
import dev.slipway.base.fleet.acts.KeptAnswer;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAccount;
import dev.slipway.base.fleet.devices.DeviceIdentifier;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.base.fleet.placement.Placed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Another tenant's rows are not there: neither to read, nor to change, nor to refer to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantsTest {
    @AutoClose
    private final House house = new House();

    private Everything all;

    @BeforeAll
    void open() {
        all = Everything.of(house);
        house.change(all::add);
    }

    /** One store of records and the record that the first tenant keeps in it. */
    record Kept<T extends Identified<T>>(String name, Function<Stores, Records<T>> store, T record) {
        @Override
        public String toString() {
            return name;
        }
    }

    Stream<Kept<?>> kept() {
        return Stream.of(
                new Kept<>("users", Stores::users, all.user()),
                new Kept<>("groups", Stores::groups, all.group()),
                new Kept<>("accounts", Stores::accounts, all.account()),
                new Kept<>("subscriptions", Stores::subscriptions, all.subscription()),
                new Kept<>("securityModels", Stores::securityModels, all.securityModel()),
                new Kept<>("administrators", Stores::administrators, all.administrator()),
                new Kept<>("apiTokens", Stores::apiTokens, all.apiToken()),
                new Kept<>("devices", Stores::devices, all.device()),
                new Kept<>("deviceTypes", Stores::deviceTypes, all.type()),
                new Kept<>("applications", Stores::applications, all.application()),
                new Kept<>("releases", Stores::releases, all.release()),
                new Kept<>("downloadAddresses", Stores::downloadAddresses, all.address()),
                new Kept<>("applicationHosts", Stores::applicationHosts, all.host()),
                new Kept<>("profiles", Stores::profiles, all.profile()),
                new Kept<>("assignments", Stores::assignments, all.assignment()),
                new Kept<>("activations", Stores::activations, all.activation()));
    }

    @ParameterizedTest
    @MethodSource("kept")
    <T extends Identified<T>> void a_record_comes_back_as_it_was_kept(Kept<T> kept) {
        assertThat(house.find(stores -> kept.store.apply(stores).find(kept.record.id())))
                .contains(kept.record);
        assertThat(house.list(stores -> kept.store.apply(stores).list(Page.first(1000))))
                .contains(kept.record);
    }

    @ParameterizedTest
    @MethodSource("kept")
    <T extends Identified<T>> void a_record_may_be_replaced_by_itself(Kept<T> kept) {
        house.change(stores -> kept.store.apply(stores).replace(kept.record));
        assertThat(house.find(stores -> kept.store.apply(stores).find(kept.record.id())))
                .contains(kept.record);
    }

    @ParameterizedTest
    @MethodSource("kept")
    <T extends Identified<T>> void another_tenant_does_not_see_it(Kept<T> kept) {
        assertThat(seenElsewhere(stores ->
                        kept.store.apply(stores).find(kept.record.id()).isPresent()))
                .isFalse();
        assertThat(seenElsewhere(stores ->
                        !kept.store.apply(stores).list(Page.first(1000)).isEmpty()))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("kept")
    <T extends Identified<T>> void another_tenant_cannot_change_it(Kept<T> kept) {
        assertRefused(
                "fleet.unknown",
                () -> house.elsewhere(stores -> {
                    kept.store.apply(stores).replace(kept.record);
                    return true;
                }));
        assertThat(seenElsewhere(stores -> kept.store.apply(stores).remove(kept.record.id())))
                .isFalse();
        assertThat(house.find(stores -> kept.store.apply(stores).find(kept.record.id())))
                .contains(kept.record);
    }

    @Test
    void another_tenant_finds_nothing_by_a_detail() {
        Id<Device> device = all.device().id();
        Id<User> user = all.user().id();
        List<Predicate<Stores>> looks = List.of(
                stores -> stores.users().named(all.user().login()).isPresent(),
                stores -> !stores.users().groupsOf(user).isEmpty(),
                stores -> !stores.groups().all().isEmpty(),
                stores -> !stores.accounts().of(user).isEmpty(),
                stores -> !stores.devices().of(user).isEmpty(),
                stores -> stores.devices().identified(Everything.MARK).isPresent(),
                stores -> !stores.devices().identifiers(device).isEmpty(),
                stores -> !stores.devices().groupsOf(device).isEmpty(),
                stores -> !stores.deviceAccounts().of(device).isEmpty(),
                stores -> stores.deviceDocuments().find(device, "bundle").isPresent(),
                stores -> !stores.deviceEvents().newest(device, 9).isEmpty(),
                stores -> !stores.deliveries().of(device).isEmpty(),
                stores -> !stores.releases().of(all.application().id()).isEmpty(),
                stores ->
                        stores.releases().version(all.application().id(), "1.0").isPresent(),
                stores -> stores.releases().artifact("ab".repeat(32)).isPresent(),
                stores ->
                        !stores.assignments().to(Set.of(new Place.OfUser(user))).isEmpty(),
                stores -> !stores.assignments()
                        .of(new Placed.OfProfile(all.profile().id()))
                        .isEmpty(),
                stores -> !stores.activations()
                        .meant(all.user().login(), House.NOON, 9)
                        .isEmpty(),
                stores -> !stores.messages().about(all.activation().id()).isEmpty(),
                stores -> !stores.activations().of(user).isEmpty(),
                stores -> stores.keptAnswers().find("key").isPresent());
        assertThat(looks).allSatisfy(look -> {
            assertThat(seenElsewhere(look)).isFalse();
            assertThat(house.did(look)).isTrue();
        });
    }

    @Test
    void another_tenant_cannot_refer_to_it() {
        Id<Device> device = all.device().id();
        Id<Group> group = all.group().id();
        List<Consumer<Stores>> references = List.of(
                stores -> stores.users().join(all.user().id(), group),
                stores -> stores.devices().join(device, group),
                stores -> stores.devices()
                        .add(Samples.device(house.id(), "x", all.type().id(), Optional.empty())),
                stores -> stores.devices().identify(device, List.of(new DeviceIdentifier("mac", "02"))),
                stores -> stores.devices().token(device, house.hash(77)),
                stores -> stores.accounts()
                        .add(Samples.account(house.id(), all.user().id(), "x")),
                stores -> stores.groups().add(Samples.group(house.id(), "x", Optional.of(group))),
                stores -> stores.deviceAccounts()
                        .place(
                                device,
                                List.of(new DeviceAccount(
                                        device, 2, all.account().id(), ""))),
                stores -> stores.deviceDocuments().keep(Samples.document(device, 9, "x", 9), 0),
                stores -> stores.deviceEvents().add(device, List.of(Samples.event(99))),
                stores -> stores.deliveries().put(Samples.delivery(device, true, Delivery.State.PENDING)),
                stores -> stores.releases()
                        .add(Samples.release(house.id(), all.application().id(), "2")),
                stores -> stores.assignments().add(all.assignment()),
                stores -> stores.activations()
                        .add(Samples.activation(house.id(), all.user().id(), house.hash(78))));
        assertThat(references)
                .allSatisfy(reference -> assertRefused(
                        "fleet.unknown",
                        () -> house.elsewhere(stores -> {
                            reference.accept(stores);
                            return true;
                        })));
    }

    @Test
    void another_tenant_cannot_redeem_it() {
        assertThat(seenElsewhere(
                        stores -> stores.activations().redeem(all.activation().id(), House.NOON)))
                .isFalse();
    }

    @Test
    void the_same_names_are_free_for_another_tenant() {
        house.elsewhere(stores -> {
            stores.users().add(Samples.user(house.id(), all.user().login()));
            stores.keptAnswers().keep(new KeptAnswer("own", "hash", 200, "other"));
            stores.users().list(Page.first(1)).forEach(user -> stores.users().remove(user.id()));
            return true;
        });
        assertThat(house.find(stores -> stores.users().find(all.user().id()))).contains(all.user());
    }

    private boolean seenElsewhere(Predicate<Stores> look) {
        return house.elsewhere(look::test);
    }
}
