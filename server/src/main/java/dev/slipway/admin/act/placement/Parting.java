package dev.slipway.admin.act.placement;

import dev.slipway.admin.act.Acting;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.Page;
import dev.slipway.base.fleet.Records;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.base.fleet.placement.Audience;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.base.fleet.placement.Placed;
import dev.slipway.core.settings.document.DeviceForecast;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Parts the fleet so that all devices of a part have the same of some parts of the catalog.
 *
 * @param namespaces of the keys that matter
 */
record Parting(Acting acting, Set<String> namespaces) {
    private static final String APPLICATION = "application.";

    /** By these places, and all others from which keys that matter are given; each device type apart. */
    List<Audience> parts(Set<Place> own) {
        Set<Place> places = new HashSet<>(own);
        given().map(Assignment::place).forEach(places::add);
        all(acting.stores().deviceTypes()).forEach(type -> places.add(new Place.OfDeviceType(type.id())));
        List<Id<Account>> accounts = places.stream()
                .flatMap(place ->
                        place instanceof Place.OfAccount(Id<Account> account) ? Stream.of(account) : Stream.empty())
                .toList();
        accounts.forEach(account -> places.addAll(of(account)));
        boolean apart = !accounts.isEmpty() || namespaces.contains("account");
        return apart
                ? acting.stores().assignments().audiencesByAccounts(places)
                : acting.stores().assignments().audiences(places);
    }

    private Stream<Assignment> given() {
        Stream<Placed> profiles = all(acting.stores().profiles()).stream()
                .filter(profile -> profile.settings().stream()
                        .anyMatch(setting -> namespaces.contains(DeviceForecast.namespace(setting.key()))))
                .map(profile -> new Placed.OfProfile(profile.id()));
        Stream<Placed> applications = namespaces.stream()
                .filter(namespace -> namespace.startsWith(APPLICATION))
                .flatMap(namespace ->
                        acting.stores().applications().named(namespace.substring(APPLICATION.length())).stream())
                .map(application -> new Placed.OfApplication(application.id(), Optional.empty()));
        return Stream.concat(profiles, applications)
                .flatMap(placed -> acting.stores().assignments().of(placed).stream());
    }

    /** Where an account may stand: on the devices of its user, and on those that it was placed on. */
    private List<Place> of(Id<Account> account) {
        List<Place> places = new ArrayList<>();
        acting.stores().accounts().find(account).ifPresent(found -> places.add(new Place.OfUser(found.user())));
        acting.stores().deviceAccounts().holding(account).forEach(device -> places.add(new Place.OfDevice(device)));
        return places;
    }

    /** Every record there is, page by page. */
    static <T extends Identified<T>> List<T> all(Records<T> records) {
        List<T> all = new ArrayList<>();
        List<T> page = records.list(Page.first(Page.SIZE_MAX));
        all.addAll(page);
        while (page.size() == Page.SIZE_MAX) {
            page = records.list(new Page(page.getLast().id().value(), Page.SIZE_MAX));
            all.addAll(page);
        }
        return all;
    }
}
