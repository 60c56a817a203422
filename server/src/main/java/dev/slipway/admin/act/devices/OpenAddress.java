package dev.slipway.admin.act.devices;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Gives a device its address, or opens the one it has for another first contact; with {@code rotate} every earlier
 * address of the device is worthless from then on. Refuses {@code device.window}.
 *
 * @param device name or id
 * @param open how long a first contact is let in; one minute to 90 days
 */
public record OpenAddress(String device, Duration open, boolean rotate) implements Command<DeviceAddress> {
    /** Long enough for a parcel to arrive. */
    public static final Duration USUAL = Duration.ofDays(14);

    private static final Duration OPEN_MIN = Duration.ofMinutes(1);
    private static final Duration OPEN_MAX = Duration.ofDays(90);

    /** Whoever has an address gets the secrets behind it, so it is like a key. */
    @Override
    public Area area() {
        return Area.SERVER;
    }

    @Override
    public Act act(Acting acting) {
        String what = rotate ? "device.rotate-address" : "device.open-address";
        return new Act(what, acting.find(DeviceKinds.DEVICE, device).name());
    }

    @Override
    public DeviceAddress run(Acting acting) {
        if (open.compareTo(OPEN_MIN) < 0 || open.compareTo(OPEN_MAX) > 0) {
            throw new Refusal("device.window", "A window is open for one minute to 90 days.");
        }
        Device found = acting.find(DeviceKinds.DEVICE, device);
        Instant until = acting.now().plus(open).truncatedTo(ChronoUnit.SECONDS);
        var before = acting.stores().deviceAddresses().find(found.id());
        int generation =
                before.map(kept -> kept.generation() + (rotate ? 1 : 0)).orElse(1);
        int positions = before.map(DeviceAddress::positions).orElse(0);
        var address = new DeviceAddress(found.id(), generation, until, Optional.empty(), positions);
        acting.stores().deviceAddresses().keep(address);
        return address;
    }
}
