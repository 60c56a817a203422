package dev.slipway.admin.act.placement;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.placement.FleetChange.Alike;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.base.fleet.placement.Audience;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.base.fleet.placement.Placed;
import dev.slipway.base.fleet.placement.Profile;
import dev.slipway.base.fleet.placement.Setting;
import dev.slipway.core.settings.Layers;
import dev.slipway.core.settings.document.DeviceChange;
import dev.slipway.core.settings.document.DeviceChange.ValueChange;
import dev.slipway.core.settings.document.DeviceForecast;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Says how many devices a change of a profile changes, and shows one of each kind.
 *
 * <p>Only devices that the profile reaches can change. The store parts and counts all devices by which places matter:
 * those of the profile, and those of every assignment that may decide together with it. Devices of one part, which are
 * of one type, are given the same, so one of each part is decided twice, as it is and as it would be. What they differ
 * in besides, such as their names in placeholders, is not looked at.
 */
public final class FleetForecast {
    /** Some 5 ms each: a person waits so long. */
    static final int PARTS_MAX = 1_000;

    static final int ALIKE_MAX = 20;
    static final int VALUES_MAX = 50;

    private static final String JUDGED =
            "Devices are counted. Whether and how they change is decided on one device of each part of the fleet to"
                    + " which the same is given; what placeholders stand for may differ on the others.";

    private final Acting acting;
    private final DeviceForecast devices;
    private final Map<Kind, Alike> alike = new LinkedHashMap<>();
    private long reached;

    /** Counts over the whole tenant; {@code devices} decides for each sample. */
    public FleetForecast(Acting acting, DeviceForecast devices) {
        this.acting = acting;
        this.devices = devices;
    }

    /** What devices have in common that change alike. */
    private record Kind(String deviceType, Set<String> keys, boolean refused) {}

    /** What changes when {@code after} takes the place of {@code before}; to be asked once. */
    public FleetChange of(Profile before, Profile after) {
        Set<Place> own = acting.stores().assignments().of(new Placed.OfProfile(before.id())).stream()
                .map(Assignment::place)
                .collect(Collectors.toSet());
        Set<String> keys = changedKeys(before, after);
        if (own.isEmpty() || keys.isEmpty()) {
            return result(0);
        }
        var parting = new Parting(acting, devices.related(keys));
        List<Audience> parts = parting.parts(own);
        for (Audience part : parts.subList(0, Math.min(PARTS_MAX, parts.size()))) {
            look(part, own, after);
        }
        return result(
                parts.stream().skip(PARTS_MAX).mapToLong(Audience::devices).sum());
    }

    private static Set<String> changedKeys(Profile before, Profile after) {
        Set<Setting> changed = new HashSet<>(before.settings());
        changed.addAll(after.settings());
        Set<Setting> same = new HashSet<>(before.settings());
        same.retainAll(new HashSet<>(after.settings()));
        changed.removeAll(same);
        return changed.stream().map(Setting::key).collect(Collectors.toSet());
    }

    private void look(Audience part, Set<Place> own, Profile after) {
        DeviceView view = acting.stores().view(part.sample(), "");
        if (Layers.of(view).places().keySet().stream().noneMatch(own::contains)) {
            return;
        }
        reached += part.devices();
        DeviceChange change = devices.of(view, with(view, after));
        if (!change.isNone()) {
            Alike found = alike(view, part.devices(), change);
            Set<String> keys =
                    change.values().stream().map(ValueChange::kind).collect(Collectors.toCollection(TreeSet::new));
            var kind = new Kind(found.deviceType(), keys, !change.refused().isEmpty());
            alike.merge(kind, found, FleetForecast::together);
        }
    }

    private static DeviceView with(DeviceView view, Profile after) {
        DeviceView.Given given = view.given();
        List<Profile> profiles = given.profiles().stream()
                .map(profile -> profile.id().equals(after.id()) ? after : profile)
                .toList();
        var changed = new DeviceView.Given(
                given.assignments(), profiles, given.applications(), given.releases(), given.hosts());
        return new DeviceView(
                view.identity(), view.membership(), view.accounts(), changed, view.made(), view.horizon());
    }

    private Alike alike(DeviceView view, long count, DeviceChange change) {
        var device = view.identity().device();
        List<ValueChange> values = change.values();
        int shown = Math.min(VALUES_MAX, values.size());
        return new Alike(
                view.identity().type().name(),
                count,
                acting.reach().covers(device) ? device.name() : "",
                values.subList(0, shown),
                values.size() - shown,
                change.refused());
    }

    /** The first is of the larger part. */
    private static Alike together(Alike one, Alike other) {
        return new Alike(
                one.deviceType(),
                one.devices() + other.devices(),
                one.sample(),
                one.values(),
                one.valuesNotShown(),
                one.refused());
    }

    private FleetChange result(long notLookedAt) {
        List<Alike> all = alike.values().stream()
                .sorted(Comparator.comparingLong(Alike::devices).reversed())
                .toList();
        int shown = Math.min(ALIKE_MAX, all.size());
        return new FleetChange(
                all.stream().mapToLong(Alike::devices).sum(),
                reached,
                notLookedAt,
                all.subList(0, shown),
                all.size() - shown,
                JUDGED);
    }
}
