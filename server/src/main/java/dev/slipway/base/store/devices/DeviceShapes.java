package dev.slipway.base.store.devices;

import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.devices.Subscription;
import dev.slipway.base.store.sql.Row;
import dev.slipway.base.store.sql.Shape;

/**
 * How devices and device types lie in their tables.
 */
public final class DeviceShapes {
    /** Devices, also for the look-ups without a tenant. */
    public static final Shape<Device> DEVICE = new Shape<>(
            "device",
            "name",
            row -> new Device(
                    row.id("id"),
                    row.text("name"),
                    row.id("type"),
                    row.optionalId("user"),
                    row.constant(Device.State.class, "state"),
                    row.instant("created_at")),
            device -> Row.of("name", device.name())
                    .and("type", device.type())
                    .and("user", device.user())
                    .and("state", device.state())
                    .and("created_at", device.created()));

    /** Device types, for a view of one device. */
    public static final Shape<DeviceType> DEVICE_TYPE = new Shape<>(
            "device_type",
            "name",
            row -> new DeviceType(
                    row.id("id"),
                    row.text("name"),
                    new DeviceType.Family(
                            row.text("maker"), row.text("family"), row.text("platform"), row.truth("direct")),
                    row.small("rank"),
                    RuleText.read(row.text("rules")),
                    row.texts("takes")),
            type -> Row.of("name", type.name())
                    .and("maker", type.family().maker())
                    .and("family", type.family().family())
                    .and("platform", type.family().platform())
                    .and("direct", type.family().direct())
                    .and("rank", type.rank())
                    .and("rules", RuleText.write(type.rules()))
                    .and("takes", type.takes()));

    static final Shape<Subscription> SUBSCRIPTION = new Shape<>(
            "subscription",
            "imsi",
            row -> new Subscription(
                    row.id("id"),
                    row.text("imsi"),
                    row.text("iccid"),
                    row.text("msisdn"),
                    row.optionalId("user"),
                    row.optionalId("device")),
            subscription -> Row.of("imsi", subscription.imsi())
                    .and("iccid", subscription.iccid())
                    .and("msisdn", subscription.msisdn())
                    .and("user", subscription.user())
                    .and("device", subscription.device()));

    private DeviceShapes() {}
}
