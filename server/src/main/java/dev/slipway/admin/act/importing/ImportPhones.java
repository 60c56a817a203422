package dev.slipway.admin.act.importing;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Import;
import dev.slipway.base.fleet.acts.ImportedDevice;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceIdentifier;
import dev.slipway.base.fleet.devices.DeviceSetup;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Carries out a plan, in one transaction: rejected rows are left out, and all else is done. Refuses {@code
 * import.changed-meanwhile} when what is there now gives another plan than the one that was seen.
 *
 * @param name of the file, for the journal
 */
public record ImportPhones(Id<Import> id, String name, Sheet<Column> sheet, PhonePlan seen) implements Command<Import> {
    @Override
    public Area area() {
        return Area.DEVICES;
    }

    @Override
    public Act act(Acting acting) {
        Map<String, String> details = new HashMap<>(seen.counts().details());
        details.put("import", id.toString());
        return new Act("phones.import", name, details);
    }

    @Override
    public Import run(Acting acting) {
        seen.phones().forEach(phone -> phone.before()
                .ifPresent(
                        there -> acting.stores().devices().locked(there.device().id())));
        if (!PhonePlan.of(sheet, acting).equals(seen)) {
            throw new Refusal(
                    "import.changed-meanwhile", "Somebody changed these devices at the same time: do it again.");
        }
        List<ImportedDevice> done = seen.phones().stream()
                .filter(PlannedPhone::changes)
                .map(phone -> carriedOut(acting, phone))
                .toList();
        Instant now = acting.now();
        var made = new Import(id, name, now, done.size(), 0, Optional.empty());
        acting.stores().imports().keep(made, done);
        return made;
    }

    private static ImportedDevice carriedOut(Acting acting, PlannedPhone phone) {
        Device device = phone.before().map(PlannedPhone.Before::device).orElseGet(() -> added(acting, phone));
        DeviceSetup after = phone.after();
        DeviceSetup before = phone.before()
                .map(PlannedPhone.Before::setup)
                .orElse(new DeviceSetup(after.name(), after.type(), after.user(), List.of(), List.of()));
        new Setups(acting.stores()).bring(device, before, after);
        return new ImportedDevice(device.id(), phone.before().map(PlannedPhone.Before::setup), after);
    }

    private static Device added(Acting acting, PlannedPhone phone) {
        DeviceSetup as = phone.after();
        var device = new Device(acting.newId(), as.name(), as.type(), as.user(), Device.State.EXPECTED, acting.now());
        acting.stores().devices().add(device);
        acting.stores().devices().identify(device.id(), List.of(new DeviceIdentifier("mac", phone.mac())));
        return device;
    }
}
