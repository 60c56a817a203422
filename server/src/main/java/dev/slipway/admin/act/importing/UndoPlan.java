package dev.slipway.admin.act.importing;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.devices.DeviceKinds;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.acts.Import;
import dev.slipway.base.fleet.acts.ImportedDevice;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.placement.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of an import can be taken back: devices that it made and that were never seen, and what it changed, unless
 * either
 * was changed since.
 *
 * @param back what can be
 * @param kept what cannot, and why
 */
public record UndoPlan(Import of, List<ImportedDevice> back, List<Kept> kept) {
    public UndoPlan {
        back = List.copyOf(back);
        kept = List.copyOf(kept);
    }

    /** A device that stays as it is. */
    public record Kept(String device, String why) {}

    /**
     * The plan for the import of this id.
     *
     * @throws Refusal {@code fleet.unknown}, {@code import.undone}
     */
    public static UndoPlan of(String id, Acting acting) {
        Import of = Id.<Import>parse(id)
                .flatMap(acting.stores().imports()::find)
                .orElseThrow(() -> new Refusal("fleet.unknown", "There is no import " + id + "; list them to see."));
        if (of.undone().isPresent()) {
            throw new Refusal("import.undone", "All of this import was taken back before; there is nothing to do.");
        }
        List<ImportedDevice> back = new ArrayList<>();
        List<Kept> kept = new ArrayList<>();
        for (ImportedDevice done : acting.stores().imports().of(of.id())) {
            Optional<String> why = obstacle(acting, done);
            why.ifPresentOrElse(reason -> kept.add(new Kept(done.after().name(), reason)), () -> back.add(done));
        }
        return new UndoPlan(of, back, kept);
    }

    private static Optional<String> obstacle(Acting acting, ImportedDevice done) {
        var setups = new Setups(acting.stores());
        Optional<Device> found = acting.stores().devices().find(done.device());
        if (found.isEmpty()) {
            return Optional.of("It was removed since.");
        }
        Device device = found.get();
        if (!DeviceKinds.DEVICE.within().test(acting.reach(), device)) {
            return Optional.of("You may not act on it.");
        }
        if (!setups.of(device).equals(done.after())) {
            return Optional.of("It was changed since.");
        }
        return done.before()
                .map(before -> setups.canBring(before) ? "" : "What it had before is not there any more.")
                .or(() -> Optional.of(obstacleToRemoval(acting, device)))
                .filter(why -> !why.isEmpty());
    }

    private static String obstacleToRemoval(Acting acting, Device device) {
        if (device.state() != Device.State.EXPECTED) {
            return "It was seen since.";
        }
        boolean assigned = !acting.stores()
                .assignments()
                .to(List.of(new Place.OfDevice(device.id())))
                .isEmpty();
        return assigned ? "Something was assigned to it since." : "";
    }
}
