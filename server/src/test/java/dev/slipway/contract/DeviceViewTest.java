package dev.slipway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Delivery;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAccount;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.base.fleet.placement.Placed;
import dev.slipway.base.fleet.software.Release;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One statement reads of a device what the stores read of it one by one. */
class DeviceViewTest {
    @AutoClose
    private final House house = new House();

    private Everything all;

    @BeforeEach
    void open() {
        all = Everything.of(house);
        house.change(all::add);
    }

    @Test
    void a_view_holds_every_record_as_it_was_added() {
        DeviceView view = view();
        assertThat(view.identity())
                .isEqualTo(new DeviceView.Identity(
                        house.tenant,
                        all.device(),
                        all.type(),
                        Optional.of(all.user()),
                        List.of(Everything.MARK),
                        Optional.of(all.directory())));
        assertThat(view.membership())
                .isEqualTo(new DeviceView.Membership(
                        List.of(all.group().id()), List.of(all.group().id()), List.of(all.group())));
        assertThat(view.accounts())
                .isEqualTo(new DeviceView.Accounts(
                        List.of(new DeviceAccount(
                                all.device().id(), 1, all.account().id(), "Line 1")),
                        List.of(all.account())));
        assertThat(view.given())
                .isEqualTo(new DeviceView.Given(
                        List.of(all.assignment()), List.of(all.profile()), List.of(), List.of(), List.of(all.host())));
        assertThat(view.made())
                .isEqualTo(new DeviceView.Made(
                        Optional.of(Samples.document(all.device().id(), 1, "e1", 5)),
                        List.of(Samples.delivery(all.device().id(), true, Delivery.State.OFFERED))));
    }

    @Test
    void the_same_view_is_found_by_the_token() {
        assertThat(house.ledger.lookups().viewByToken(house.hash(3), "bundle")).contains(view());
        assertThat(house.ledger.lookups().viewByToken(house.hash(4), "bundle")).isEmpty();
    }

    @Test
    void another_file_has_another_document() {
        assertThat(house.ledger
                        .view(house.tenant, all.device().id(), "other")
                        .made()
                        .document())
                .isEmpty();
    }

    @Test
    void an_application_comes_with_its_published_releases_and_the_one_that_is_pinned() {
        Release next = Samples.release(house.id(), all.application().id(), "2.0");
        Release pinned = draft("3.0");
        Release idle = draft("4.0");
        house.change(stores -> {
            List.of(next, pinned, idle).forEach(stores.releases()::add);
            stores.assignments().add(assignment(new Place.OfDevice(all.device().id()), Optional.of(pinned.id())));
        });
        assertThat(view().given().applications()).containsExactly(all.application());
        assertThat(view().given().releases()).containsExactlyInAnyOrder(all.release(), next, pinned);
    }

    @Test
    void groups_above_reach_it_and_those_beside_do_not() {
        Group top = Samples.group(house.id(), "top", Optional.empty());
        Group below = Samples.group(house.id(), "below", Optional.of(top.id()));
        Group beside = Samples.group(house.id(), "beside", Optional.of(top.id()));
        Assignment toTop = assignment(new Place.OfGroup(top.id()), Optional.empty());
        house.change(stores -> {
            List.of(top, below, beside).forEach(stores.groups()::add);
            stores.users().join(all.user().id(), below.id());
            stores.assignments().add(toTop);
            stores.assignments().add(assignment(new Place.OfGroup(beside.id()), Optional.empty()));
        });
        assertThat(view().membership().all()).containsExactlyInAnyOrder(all.group(), top, below);
        assertThat(view().membership().ofDevice()).containsExactly(all.group().id());
        assertThat(view().given().assignments()).containsExactlyInAnyOrder(all.assignment(), toTop);
    }

    @Test
    void without_places_the_accounts_of_the_user_are_known() {
        Account second = Samples.account(house.id(), all.user().id(), "sip:second@example.com");
        User stranger = Samples.user(house.id(), "stranger");
        house.change(stores -> {
            stores.users().add(stranger);
            stores.accounts().add(second);
            stores.accounts().add(Samples.account(house.id(), stranger.id(), "sip:stranger@example.com"));
        });
        assertThat(view().accounts().known()).containsExactly(all.account());
        house.change(stores -> stores.deviceAccounts().place(all.device().id(), List.of()));
        assertThat(view().accounts()).isEqualTo(new DeviceView.Accounts(List.of(), List.of(all.account(), second)));
    }

    @Test
    void another_tenant_s_rows_stay_out_of_it() {
        Id<Device> device = all.device().id();
        assertThat(house.find(stores -> stores.devices().find(device))).isPresent();
        PeopleTest.assertRefused("device.unknown", () -> house.ledger.view(house.other, device, "bundle"));
    }

    @Test
    void inside_a_transaction_it_sees_what_that_wrote() {
        assertThat(house.<Optional<User>>write(stores -> {
                    stores.devices()
                            .replace(Samples.device(
                                    all.device().id(), "Free", all.type().id(), Optional.empty()));
                    return stores.view(all.device().id(), "bundle").identity().user();
                }))
                .isEmpty();
    }

    private DeviceView view() {
        return house.ledger.view(house.tenant, all.device().id(), "bundle");
    }

    private Assignment assignment(Place place, Optional<Id<Release>> release) {
        return new Assignment(
                house.id(), new Placed.OfApplication(all.application().id(), release), place, 1, false, House.NOON);
    }

    private Release draft(String version) {
        return new Release(
                house.id(),
                all.application().id(),
                version,
                Release.State.DRAFT,
                List.of(),
                new Release.Signed("[]", Optional.empty(), Optional.empty()));
    }
}
