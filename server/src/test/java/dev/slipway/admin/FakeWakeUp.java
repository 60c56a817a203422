package dev.slipway.admin;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.core.polling.WakeUp;
import java.util.List;

/** Pretends to wake devices: all but those whose name says that they are deaf. */
final class FakeWakeUp implements WakeUp {
    @Override
    public List<Outcome> wake(Id<Tenant> tenant, List<Sleeper> devices, How how) {
        String to = how.to()
                .map(place -> place.getHostString() + ":" + place.getPort())
                .orElse("last");
        return devices.stream()
                .map(device -> device.name().contains("deaf")
                        ? new Outcome(device, State.SILENT, to, 0)
                        : new Outcome(device, State.WOKEN, to, 200))
                .toList();
    }
}
