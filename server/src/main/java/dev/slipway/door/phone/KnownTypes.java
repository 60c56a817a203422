package dev.slipway.door.phone;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.DeviceType;
import java.util.Optional;

/** Device types, which are few and rarely change. */
@FunctionalInterface
public interface KnownTypes {
    /** A device type of a tenant; may block for one look-up. */
    Optional<DeviceType> find(Id<Tenant> tenant, Id<DeviceType> type);
}
