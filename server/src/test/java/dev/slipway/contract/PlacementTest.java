package dev.slipway.contract;

import static dev.slipway.contract.House.changed;
import static dev.slipway.contract.PeopleTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.base.fleet.placement.Placed;
import dev.slipway.base.fleet.placement.Profile;
import dev.slipway.base.fleet.placement.Setting;
import dev.slipway.base.fleet.software.Origin;
import dev.slipway.base.fleet.software.Release;
import dev.slipway.base.store.ledger.JdbcLedger;
import dev.slipway.core.settings.catalog.KeyCatalog;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlacementTest {
    @AutoClose
    private final House house = new House();

    private Everything all;

    @BeforeEach
    void open() {
        all = Everything.of(house);
        house.change(all::add);
    }

    @Test
    void the_value_of_a_secret_setting_rests_sealed_in_its_own_place() {
        var profile = new Profile(
                house.id(),
                "secrets",
                Profile.Kind.PROFILE,
                Origin.OWN,
                List.of(
                        new Setting("web.password", "hush-hush", Ownership.ENFORCED),
                        new Setting("locale.language", "de", Ownership.LOCKED)));
        var ledger = new JdbcLedger(house.jdbi(), house.box, KeyCatalog.with()::isSecret);
        for (int round = 0; round < 2; round++) {
            boolean first = round == 0;
            ledger.note(house.tenant, stores -> {
                if (first) {
                    stores.profiles().add(profile);
                } else {
                    stores.profiles().replace(profile);
                }
                return first;
            });
            List<Profile> read =
                    ledger.read(house.tenant, stores -> stores.profiles().findAll(List.of(profile.id())));
            assertThat(read).containsExactly(profile);
            assertThat(resting(profile))
                    .satisfiesExactly(
                            secret -> assertThat(secret).startsWith("v1:").doesNotContain("hush"),
                            open -> assertThat(open).isEqualTo("de"));
        }
        house.jdbi()
                .useHandle(handle -> handle.execute(
                        "update setting set key = 'network.password' where key = 'web.password' and profile = ?",
                        profile.id().value()));
        assertRefused(
                "secrets.changed",
                () -> ledger.read(house.tenant, stores -> stores.profiles().find(profile.id())));
    }

    private List<String> resting(Profile profile) {
        return house.jdbi().withHandle(handle -> handle.createQuery(
                        "select value from setting where profile = :id order by ordinal")
                .bind("id", profile.id().value())
                .mapTo(String.class)
                .list());
    }

    @Test
    void every_place_is_kept_found_and_noted_as_its_own() {
        Placed app = new Placed.OfApplication(
                all.application().id(), Optional.of(all.release().id()));
        List<Place> places = List.of(
                new Place.Everyone(),
                new Place.OfDeviceType(all.type().id()),
                new Place.OfGroup(all.group().id()),
                new Place.OfUser(all.user().id()),
                new Place.OfAccount(all.account().id()),
                new Place.OfDevice(all.device().id()));
        List<String> noted = List.of(
                changed(Change.Kind.TENANT, house.tenant),
                changed(Change.Kind.DEVICE_TYPE, all.type().id()),
                changed(Change.Kind.GROUP, all.group().id()),
                changed(Change.Kind.USER, all.user().id()),
                changed(Change.Kind.ACCOUNT, all.account().id()),
                changed(Change.Kind.DEVICE, all.device().id()));
        for (int at = 0; at < places.size(); at++) {
            Assignment assignment = new Assignment(house.id(), app, places.get(at), 1, false, House.NOON);
            assertThat(house.changes(stores -> stores.assignments().add(assignment)))
                    .containsExactly(noted.get(at));
            Set<Place> place = Set.of(assignment.place());
            assertThat(house.list(stores -> stores.assignments().to(place))).contains(assignment);
        }
        assertThat(house.list(stores -> stores.assignments().to(places))).hasSize(7);
        assertThat(house.list(stores -> stores.assignments().of(app))).hasSize(6);
        assertThat(house.list(stores -> stores.assignments().to(Set.of()))).isEmpty();
    }

    @Test
    void the_same_is_assigned_once_to_a_place() {
        Assignment again = assignment(new Place.OfUser(all.user().id()));
        assertRefused(
                "fleet.duplicate",
                () -> house.change(stores -> stores.assignments().add(again)));
        Assignment everyone = assignment(new Place.Everyone());
        Assignment twice = assignment(new Place.Everyone());
        house.change(stores -> stores.assignments().add(everyone));
        assertRefused(
                "fleet.duplicate",
                () -> house.change(stores -> stores.assignments().add(twice)));
    }

    private Assignment assignment(Place place) {
        return new Assignment(house.id(), new Placed.OfProfile(all.profile().id()), place, 1, false, House.NOON);
    }

    @Test
    void a_moved_assignment_changes_both_places() {
        Assignment moved = new Assignment(
                all.assignment().id(),
                all.assignment().placed(),
                new Place.OfDevice(all.device().id()),
                1,
                false,
                House.NOON);
        assertThat(house.changes(stores -> stores.assignments().replace(moved)))
                .containsExactly(
                        changed(Change.Kind.USER, all.user().id()),
                        changed(Change.Kind.DEVICE, all.device().id()));
    }

    @Test
    void a_profile_is_a_change_where_it_is_assigned() {
        assertThat(house.changes(stores -> stores.profiles().replace(all.profile())))
                .containsExactly(changed(Change.Kind.USER, all.user().id()));
        assertRefused(
                "fleet.in-use",
                () -> house.did(stores -> stores.profiles().remove(all.profile().id())));
    }

    @Test
    void a_release_is_a_change_where_its_application_is_assigned_and_a_draft_is_none() {
        house.change(stores -> stores.assignments()
                .add(new Assignment(
                        house.id(),
                        new Placed.OfApplication(all.application().id(), Optional.empty()),
                        new Place.OfGroup(all.group().id()),
                        1,
                        false,
                        House.NOON)));
        Release draft = new Release(
                house.id(),
                all.application().id(),
                "2.0",
                Release.State.DRAFT,
                List.of(),
                new Release.Signed("[]", Optional.empty(), Optional.empty()));
        String noted = changed(Change.Kind.GROUP, all.group().id());
        assertThat(house.changes(stores -> stores.releases().add(draft))).isEmpty();
        Release published = Samples.release(draft.id(), draft.application(), "2.0");
        assertThat(house.changes(stores -> stores.releases().replace(published)))
                .containsExactly(noted);
        assertThat(house.list(stores -> stores.releases().of(all.application().id())))
                .containsExactly(published, all.release());
        assertThat(house.changes(stores -> stores.applications().replace(all.application())))
                .containsExactly(noted);
        assertThat(house.changes(stores -> stores.releases().remove(published.id())))
                .containsExactly(noted);
    }

    @Test
    void a_release_of_another_application_cannot_be_pinned() {
        var second = Samples.application(house.id(), "second");
        house.change(stores -> stores.applications().add(second));
        Assignment wrong = new Assignment(
                house.id(),
                new Placed.OfApplication(second.id(), Optional.of(all.release().id())),
                new Place.Everyone(),
                1,
                false,
                House.NOON);
        assertRefused(
                "fleet.unknown",
                () -> house.change(stores -> stores.assignments().add(wrong)));
    }

    @Test
    void a_place_that_goes_takes_its_assignments() {
        assertThat(house.did(stores -> stores.users().remove(all.user().id()))).isTrue();
        assertThat(house.find(
                        stores -> stores.assignments().find(all.assignment().id())))
                .isEmpty();
    }
}
