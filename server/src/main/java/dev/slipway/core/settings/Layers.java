package dev.slipway.core.settings;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.core.settings.merge.Layer;
import dev.slipway.core.settings.merge.Layer.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds which places reach a device, weakest first: everyone, its type, groups from the root to the leaf (the user's,
 * then the device's), its user, the accounts on it, itself (DESIGN section 5, Layers).
 *
 * <p>A group that holds both the user and the device counts once, as one of the user's: a wide group of both must not
 * beat a narrow one of the user.
 */
public final class Layers {
    private final DeviceView view;
    private final Map<Id<Group>, Group> tree;
    private final Map<Place, Layer> groups = new LinkedHashMap<>();

    private Layers(DeviceView view) {
        this.view = view;
        this.tree = view.membership().all().stream().collect(Collectors.toMap(Group::id, Function.identity()));
    }

    /** The layers of the device of that view. */
    public static DeviceLayers of(DeviceView view) {
        return new Layers(view).layers();
    }

    private DeviceLayers layers() {
        DeviceView.Identity identity = view.identity();
        addGroups(view.membership().ofUser(), Level.USER_GROUP);
        addGroups(view.membership().ofDevice(), Level.DEVICE_GROUP);
        List<PlacedAccount> accounts = accounts();
        return new DeviceLayers(
                identity.device(),
                identity.type(),
                identity.user(),
                accounts,
                places(identity.device(), identity.user(), accounts));
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

    private void addGroups(List<Id<Group>> leaves, Level level) {
        for (Id<Group> leaf : leaves) {
            int depth = 0;
            for (Group group : fromRoot(leaf)) {
                groups.putIfAbsent(new Place.OfGroup(group.id()), new Layer(level, depth));
                depth++;
            }
        }
    }

    private Deque<Group> fromRoot(Id<Group> leaf) {
        Deque<Group> path = new ArrayDeque<>();
        Optional<Group> group = Optional.ofNullable(tree.get(leaf));
        while (group.isPresent() && path.size() < Group.DEPTH_MAX) {
            path.addFirst(group.get());
            group = group.get().parent().map(tree::get);
        }
        return path;
    }

    private List<PlacedAccount> accounts() {
        List<Account> known = view.accounts().known();
        List<PlacedAccount> placed = new ArrayList<>();
        if (view.accounts().placed().isEmpty()) {
            known.forEach(account -> add(placed, placed.size() + 1, "", account));
        } else {
            Map<Id<Account>, Account> byId = known.stream().collect(Collectors.toMap(Account::id, Function.identity()));
            view.accounts().placed().forEach(row -> Optional.ofNullable(byId.get(row.account()))
                    .ifPresent(account -> add(placed, row.position(), row.label(), account)));
        }
        return placed;
    }

    private static void add(List<PlacedAccount> placed, int position, String label, Account account) {
        if (account.service().state() == Account.State.ACTIVE) {
            placed.add(PlacedAccount.of(position, label, account));
        }
    }
}
