package dev.slipway.core.settings;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAccount;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.core.settings.merge.Layer;
import dev.slipway.core.settings.merge.Layer.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds which places reach a device, weakest first: everyone, its type, groups from the root to the leaf (the user's,
 * then the device's), its user, the accounts on it, itself (DESIGN section 5, Layers).
 *
 * <p>A group that holds both the user and the device counts once, as one of the user's: a wide group of both must not
 * beat a narrow one of the user.
 */
public final class Layers {
    private final Stores stores;
    private final Map<Id<Group>, Group> above = new HashMap<>();
    private final Map<Place, Layer> groups = new LinkedHashMap<>();

    private Layers(Stores stores) {
        this.stores = stores;
    }

    /** The layers of a device of these stores. */
    public static DeviceLayers of(Stores stores, Device device) {
        return new Layers(stores).of(device);
    }

    /** The layers of the device of that id; refuses with {@code device.unknown}. */
    public static DeviceLayers of(Stores stores, Id<Device> id) {
        Device device = stores.devices()
                .find(id)
                .orElseThrow(
                        () -> new Refusal("device.unknown", "there is no device " + id + "; list them all to see"));
        return of(stores, device);
    }

    /** The active accounts on a device, in the order of their positions. */
    public static List<PlacedAccount> accounts(Stores stores, Device device) {
        return new Layers(stores).accounts(device);
    }

    private DeviceLayers of(Device device) {
        DeviceType type = stores.deviceTypes()
                .find(device.type())
                .orElseThrow(() -> new IllegalStateException("device " + device.id() + " has no type"));
        Optional<User> user = device.user().flatMap(id -> stores.users().find(id));
        readGroups(device, user);
        List<PlacedAccount> accounts = accounts(device);
        return new DeviceLayers(device, type, user, accounts, places(device, user, accounts));
    }

    private Map<Place, Layer> places(Device device, Optional<User> user, List<PlacedAccount> accounts) {
        Map<Place, Layer> places = new LinkedHashMap<>();
        places.put(new Place.Everyone(), Layer.of(Level.EVERYONE));
        places.put(new Place.OfDeviceType(device.type()), Layer.of(Level.DEVICE_TYPE));
        groups.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEachOrdered(group -> places.put(group.getKey(), group.getValue()));
        user.ifPresent(owner -> places.put(new Place.OfUser(owner.id()), Layer.of(Level.USER)));
        accounts.forEach(
                placed -> places.put(new Place.OfAccount(placed.account().id()), Layer.of(Level.ACCOUNT)));
        places.put(new Place.OfDevice(device.id()), Layer.of(Level.DEVICE));
        return places;
    }

    private void readGroups(Device device, Optional<User> user) {
        List<Group> ofUser =
                user.map(owner -> stores.users().groupsOf(owner.id())).orElse(List.of());
        List<Group> ofDevice = stores.devices().groupsOf(device.id());
        readAbove(Stream.concat(ofUser.stream(), ofDevice.stream()).toList());
        addGroups(ofUser, Level.USER_GROUP);
        addGroups(ofDevice, Level.DEVICE_GROUP);
    }

    private void addGroups(List<Group> leaves, Level level) {
        List<Group> ordered = new ArrayList<>(leaves);
        ordered.sort(Comparator.comparing(Group::id));
        for (Group leaf : ordered) {
            int depth = 0;
            for (Group group : fromRoot(leaf)) {
                groups.putIfAbsent(new Place.OfGroup(group.id()), new Layer(level, depth));
                depth++;
            }
        }
    }

    private Deque<Group> fromRoot(Group leaf) {
        Deque<Group> path = new ArrayDeque<>();
        Optional<Group> group = Optional.of(leaf);
        while (group.isPresent() && path.size() < Group.DEPTH_MAX) {
            path.addFirst(group.get());
            group = group.get().parent().map(above::get);
        }
        return path;
    }

    private void readAbove(List<Group> leaves) {
        Set<Id<Group>> parents =
                leaves.stream().flatMap(leaf -> leaf.parent().stream()).collect(Collectors.toSet());
        if (!parents.isEmpty()) {
            stores.groups().upFrom(parents).forEach(group -> above.put(group.id(), group));
        }
    }

    private List<PlacedAccount> accounts(Device device) {
        List<DeviceAccount> rows = stores.deviceAccounts().of(device.id());
        List<PlacedAccount> placed = new ArrayList<>();
        if (rows.isEmpty()) {
            device.user()
                    .map(stores.accounts()::of)
                    .orElse(List.of())
                    .forEach(account -> add(placed, placed.size() + 1, "", account));
        } else {
            Map<Id<Account>, Account> known = known(rows);
            rows.forEach(row -> Optional.ofNullable(known.get(row.account()))
                    .ifPresent(account -> add(placed, row.position(), row.label(), account)));
        }
        return placed;
    }

    private Map<Id<Account>, Account> known(List<DeviceAccount> rows) {
        List<Id<Account>> ids = rows.stream().map(DeviceAccount::account).toList();
        return stores.accounts().findAll(ids).stream().collect(Collectors.toMap(Account::id, Function.identity()));
    }

    private static void add(List<PlacedAccount> placed, int position, String label, Account account) {
        if (account.service().state() == Account.State.ACTIVE) {
            placed.add(PlacedAccount.of(position, label, account));
        }
    }
}
