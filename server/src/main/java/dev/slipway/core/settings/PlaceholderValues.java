package dev.slipway.core.settings;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.DeviceIdentifier;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.base.fleet.people.Person;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.base.fleet.software.ApplicationHost;
import dev.slipway.core.settings.merge.Layer;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/**
 * What placeholders stand for on one device. Asks for the tenant only when a value really names it; an unknown value
 * and an empty one are both missing.
 */
final class PlaceholderValues {
    private static final Layer BELOW_ALL = new Layer(Layer.Level.EVERYONE, -1);

    private final DeviceView view;
    private final DeviceLayers layers;
    private final Function<Id<Tenant>, Optional<Tenant>> tenants;

    PlaceholderValues(DeviceView view, DeviceLayers layers, Function<Id<Tenant>, Optional<Tenant>> tenants) {
        this.view = view;
        this.layers = layers;
        this.tenants = tenants;
    }

    /** The value of a name such as {@code user.login}, for the given account where the name is of an account. */
    Optional<String> of(String name, Optional<PlacedAccount> account) {
        int dot = name.indexOf('.');
        String what = name.substring(dot + 1);
        Optional<String> value =
                switch (dot < 0 ? name : name.substring(0, dot)) {
                    case "user" -> layers.user().flatMap(user -> ofUser(user, what));
                    case "account" -> account.flatMap(placed -> ofAccount(placed, what));
                    case "device" -> ofDevice(what);
                    case "host" -> host(what).map(ApplicationHost::host);
                    case "port" -> host(what).map(host -> Integer.toString(host.port()));
                    case "tenant" -> tenants.apply(view.identity().tenant()).flatMap(tenant -> ofTenant(tenant, what));
                    default -> Optional.empty();
                };
        return value.filter(text -> !text.isEmpty());
    }

    private static Optional<String> ofUser(User user, String what) {
        Person person = user.person();
        return switch (what) {
            case "login" -> Optional.of(user.login());
            case "name" -> Optional.of(person.name());
            case "email" -> Optional.of(person.email());
            case "phone" -> Optional.of(person.phone());
            case "locale" -> Optional.of(person.locale());
            default -> Optional.empty();
        };
    }

    private static Optional<String> ofAccount(PlacedAccount placed, String what) {
        String address = placed.account().address();
        int at = address.lastIndexOf('@');
        return switch (what) {
            case "address" -> Optional.of(address);
            case "user" -> Optional.of(at < 0 ? address : address.substring(0, at));
            case "domain" -> at < 0 ? Optional.empty() : Optional.of(address.substring(at + 1));
            case "label" -> Optional.of(placed.label());
            case "position" -> Optional.of(Integer.toString(placed.position()));
            default -> Optional.empty();
        };
    }

    private Optional<String> ofDevice(String what) {
        return switch (what) {
            case "name" -> Optional.of(layers.device().name());
            case "id" -> Optional.of(layers.device().id().toString());
            case "type" -> Optional.of(layers.type().name());
            case "mac", "imei", "serial" -> identifier(what);
            default -> Optional.empty();
        };
    }

    private static Optional<String> ofTenant(Tenant tenant, String what) {
        return switch (what) {
            case "name" -> Optional.of(tenant.name());
            case "alias" -> Optional.of(tenant.alias());
            case "url" -> Optional.of(tenant.publicUrl().toString());
            default -> Optional.empty();
        };
    }

    private Optional<String> identifier(String kind) {
        return view.identity().identifiers().stream()
                .filter(identifier -> identifier.kind().equals(kind))
                .map(DeviceIdentifier::value)
                .min(Comparator.naturalOrder());
    }

    /** The host of a role: of the group in the strongest layer; among siblings the one with the largest id. */
    private Optional<ApplicationHost> host(String role) {
        return view.given().hosts().stream()
                .filter(host -> host.role().equals(role) && layer(host).isPresent())
                .max(Comparator.comparing((ApplicationHost host) -> layer(host).orElse(BELOW_ALL))
                        .thenComparing(ApplicationHost::id));
    }

    private Optional<Layer> layer(ApplicationHost host) {
        return host.group().isEmpty()
                ? Optional.of(BELOW_ALL)
                : host.group().map(group -> layers.places().get(new Place.OfGroup(group)));
    }
}
