package dev.slipway.door.phone;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.Contact;
import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.base.fleet.placement.Placed;
import dev.slipway.base.fleet.placement.Profile;
import dev.slipway.base.fleet.placement.Setting;
import dev.slipway.base.fleet.software.Origin;
import dev.slipway.core.settings.DeviceLayers;
import dev.slipway.core.settings.EffectiveSettings;
import dev.slipway.core.settings.EffectiveSettings.EffectiveAccount;
import dev.slipway.core.settings.EffectiveValue;
import dev.slipway.core.settings.GivenSetting;
import dev.slipway.core.settings.MergedSettings;
import dev.slipway.core.settings.PlacedAccount;
import dev.slipway.core.settings.document.DocumentOrder;
import dev.slipway.core.settings.merge.Candidate;
import dev.slipway.core.settings.merge.Layer;
import dev.slipway.core.settings.merge.Trace;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** An order for a device, put together setting by setting, as the merge would have decided. */
public final class Orders {
    /** The address below which the device of every order finds its files. */
    public static final URI BASE = URI.create("https://phones.example.com/d/secret/");

    /** Its MAC address. */
    public static final String MAC = "000413a11fa7";

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final SortedMap<String, EffectiveValue> device = new TreeMap<>();
    private final List<EffectiveAccount> accounts = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();
    private int positions;

    /** One more setting of the device, enforced. */
    public Orders with(String key, String value) {
        return with(key, value, Ownership.ENFORCED);
    }

    /** One more setting of the device. */
    public Orders with(String key, String value, Ownership ownership) {
        device.put(key, value(key, value, ownership));
        return this;
    }

    /** One more account, at the next position, with settings of its own that are enforced. */
    public Orders account(String address, String secret, Map<String, String> settings) {
        SortedMap<String, EffectiveValue> own = new TreeMap<>();
        settings.forEach((key, value) -> own.put(key, value(key, value, Ownership.ENFORCED)));
        int position = accounts.size() + 1;
        var account = new Account(
                new Id<>(100 + position),
                new Id<>(1),
                "sip",
                address,
                Optional.of(new Secret(secret)),
                new Account.Service("", "", Account.State.ACTIVE));
        accounts.add(new EffectiveAccount(new PlacedAccount(position, address, account), new MergedSettings(own)));
        return this;
    }

    /** The device once had so many accounts. */
    public Orders once(int count) {
        positions = count;
        return this;
    }

    /** One more contact. */
    public Orders contact(String name, String address) {
        contacts.add(new Contact(name, address));
        return this;
    }

    /** The order. */
    public DocumentOrder order() {
        var type = new DeviceType(
                new Id<>(2), "phone", new DeviceType.Family("snom", "D7xx", "phone"), 1, List.of(), List.of());
        var phone = new Device(new Id<>(3), "phone-1", type.id(), Optional.empty(), Device.State.ACTIVE, NOON);
        var layers = new DeviceLayers(phone, type, Optional.empty(), placed(), Map.of());
        var settings = new EffectiveSettings(layers, new MergedSettings(device), accounts, List.of());
        return new DocumentOrder(settings, Optional.of(MAC), positions, contacts, BASE);
    }

    private List<PlacedAccount> placed() {
        return accounts.stream().map(EffectiveAccount::account).toList();
    }

    private static EffectiveValue value(String key, String value, Ownership ownership) {
        var given = new GivenSetting("p", Profile.Kind.PROFILE, Origin.OWN, new Setting(key, value, ownership));
        var assignment =
                new Assignment(new Id<>(9), new Placed.OfProfile(new Id<>(8)), new Place.Everyone(), 0, false, NOON);
        var candidate = new Candidate<>(Layer.of(Layer.Level.EVERYONE), assignment, 0, given);
        return new EffectiveValue(value, new Trace<>(candidate, List.of(), List.of()));
    }
}
