package dev.slipway.admin.act.importing;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.devices.DeviceKinds;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceIdentifier;
import dev.slipway.base.fleet.devices.DeviceSetup;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.User;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One phone while it is planned: its rows, and what is wrong with them. */
final class PhoneDraft {
    private final Acting acting;
    private final NamesSeen names;
    private final String mac;
    private final List<SheetRow<Column>> rows;
    private final RowFaults faults = new RowFaults();

    /** A phone of these rows, one or more. */
    PhoneDraft(Acting acting, NamesSeen names, String mac, List<SheetRow<Column>> rows) {
        this.acting = acting;
        this.names = names;
        this.mac = mac;
        this.rows = rows;
    }

    /** The phone, or what is wrong with each of its rows. */
    PhonePlan plan() {
        Optional<PlannedPhone.Before> before =
                faults.read(rows.getFirst(), Column.MAC, any -> there()).flatMap(Function.identity());
        Optional<DeviceSetup> as = before.map(PlannedPhone.Before::setup);
        Optional<Id<User>> user = first(Column.USER, names::user).or(() -> as.flatMap(DeviceSetup::user));
        Set<Id<Group>> groups = groups(as);
        if (groups.isEmpty() && user.isEmpty() && !acting.reach().coversEverything()) {
            add(Column.GROUP, "role.not-allowed", "Name a user or a group: you may act on those of yours only.");
        }
        var accounts = new AccountPlaces(names, faults)
                .of(rows, user)
                .orElse(as.map(DeviceSetup::accounts).orElse(List.of()));
        String name = as.map(DeviceSetup::name).orElse(mac);
        Optional<PlannedPhone> planned = type(as.map(DeviceSetup::type))
                .map(type -> new DeviceSetup(name, type, user, List.copyOf(groups), accounts))
                .map(after -> new PlannedPhone(mac, before, after));
        return faults.all().isEmpty()
                ? new PhonePlan(planned.stream().toList(), List.of())
                : new PhonePlan(List.of(), withThoseThatWait());
    }

    /** The phone as it is, if there is one. */
    private Optional<PlannedPhone.Before> there() {
        var devices = acting.stores().devices();
        Optional<Device> found = devices.identified(new DeviceIdentifier("mac", mac));
        found.ifPresent(device -> acting.inReach(DeviceKinds.DEVICE, device));
        if (found.filter(device -> device.state() == Device.State.RETIRED).isPresent()) {
            throw new Refusal("device.state", "This phone is retired for good; remove it to enter it anew.");
        }
        if (found.isEmpty() && devices.named(mac).isPresent()) {
            throw new Refusal("fleet.duplicate", "Another device is called " + mac + "; rename it.");
        }
        return found.map(device -> new PlannedPhone.Before(device, new Setups(acting.stores()).of(device)));
    }

    private Set<Id<Group>> groups(Optional<DeviceSetup> before) {
        Set<Id<Group>> groups = new HashSet<>(before.map(DeviceSetup::groups).orElse(List.of()));
        rows.forEach(row -> faults.read(row, Column.GROUP, names::group).ifPresent(groups::add));
        return groups;
    }

    private Optional<Id<DeviceType>> type(Optional<Id<DeviceType>> before) {
        List<SheetRow<Column>> saying =
                rows.stream().filter(row -> row.has(Column.TYPE)).toList();
        if (saying.isEmpty() && before.isEmpty()) {
            add(Column.TYPE, "import.no-type", "Enter the device type: this phone is new.");
        }
        saying.stream()
                .filter(row -> !row.text(Column.TYPE)
                        .equalsIgnoreCase(saying.getFirst().text(Column.TYPE)))
                .forEach(row -> faults.add(
                        row,
                        Column.TYPE,
                        new Refusal("import.conflict", "An earlier row of this phone says another type.")));
        return first(Column.TYPE, names::type).or(() -> before);
    }

    private <T> Optional<T> first(Column column, Function<String, T> reading) {
        return rows.stream()
                .filter(row -> row.has(column))
                .findFirst()
                .flatMap(row -> faults.read(row, column, reading));
    }

    private void add(Column column, String code, String sentence) {
        faults.add(rows.getFirst(), column, new Refusal(code, sentence));
    }

    private List<RowFault> withThoseThatWait() {
        Set<Integer> bad = RowFault.reasons(faults.all()).keySet();
        Integer first = bad.iterator().next();
        rows.stream()
                .filter(row -> !bad.contains(row.number()))
                .forEach(row -> faults.add(
                        row,
                        Column.MAC,
                        new Refusal("import.same-phone", "Row " + first + " of the same phone must be mended first.")));
        return faults.all();
    }
}
