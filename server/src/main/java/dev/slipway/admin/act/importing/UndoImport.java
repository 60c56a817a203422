package dev.slipway.admin.act.importing;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.ImportedDevice;
import dev.slipway.base.fleet.devices.Device;
import java.util.Map;

/**
 * Takes back what a plan says. Refuses {@code import.changed-meanwhile} when what is there now gives another plan than
 * the one that was seen.
 */
public record UndoImport(UndoPlan seen) implements Command<UndoPlan> {
    @Override
    public Area area() {
        return Area.DEVICES;
    }

    @Override
    public Act act(Acting acting) {
        return new Act(
                "import.undo",
                seen.of().name(),
                Map.of(
                        "import",
                        seen.of().id().toString(),
                        "undone",
                        Integer.toString(seen.back().size()),
                        "kept",
                        Integer.toString(seen.kept().size())));
    }

    @Override
    public UndoPlan run(Acting acting) {
        seen.back().forEach(done -> acting.stores().devices().locked(done.device()));
        if (!UndoPlan.of(seen.of().id().toString(), acting).equals(seen)) {
            throw new Refusal(
                    "import.changed-meanwhile", "Somebody changed these devices at the same time: do it again.");
        }
        seen.back().forEach(done -> takeBack(acting, done));
        acting.stores()
                .imports()
                .undone(
                        seen.of().id(),
                        seen.back().stream().map(ImportedDevice::device).toList(),
                        acting.now());
        return seen;
    }

    private static void takeBack(Acting acting, ImportedDevice done) {
        var devices = acting.stores().devices();
        done.before()
                .ifPresentOrElse(
                        before -> {
                            Device device = devices.find(done.device()).orElseThrow();
                            new Setups(acting.stores()).bring(device, done.after(), before);
                        },
                        () -> devices.remove(done.device()));
    }
}
