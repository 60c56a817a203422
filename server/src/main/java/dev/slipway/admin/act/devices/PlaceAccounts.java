package dev.slipway.admin.act.devices;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.admin.act.Shape;
import dev.slipway.admin.act.people.PeopleKinds;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAccount;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Says which accounts stand on a device, in order; none gives it back all active accounts of its user.
 *
 * @param device name or id
 */
public record PlaceAccounts(String device, List<Position> positions) implements Command<List<DeviceAccount>> {
    private static final int POSITIONS_MAX = 128;

    /**
     * One position.
     *
     * @param account address or id
     * @param label shown on the device; left out for the account's
     */
    public record Position(String account, Optional<String> label) {}

    public PlaceAccounts {
        positions = List.copyOf(positions);
    }

    @Override
    public Area area() {
        return Area.DEVICES;
    }

    @Override
    public Act act(Acting acting) {
        return new Act(
                "device.accounts", acting.find(DeviceKinds.DEVICE, device).name());
    }

    @Override
    public List<DeviceAccount> run(Acting acting) {
        if (positions.size() > POSITIONS_MAX) {
            throw new Refusal("device.too-many-accounts", "A device has at most " + POSITIONS_MAX + " positions.");
        }
        Device found = acting.locked(DeviceKinds.DEVICE, device);
        List<DeviceAccount> placed = IntStream.range(0, positions.size())
                .mapToObj(index -> placed(acting, found, index))
                .toList();
        acting.stores().deviceAccounts().place(found.id(), placed);
        return placed;
    }

    private DeviceAccount placed(Acting acting, Device found, int index) {
        Position position = positions.get(index);
        return new DeviceAccount(
                found.id(),
                index + 1,
                acting.find(PeopleKinds.ACCOUNT, position.account()).id(),
                Shape.TEXT.checkUnlessEmpty(position.label()));
    }
}
