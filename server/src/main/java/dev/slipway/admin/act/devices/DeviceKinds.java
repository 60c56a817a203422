package dev.slipway.admin.act.devices;

import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Kind;
import dev.slipway.admin.act.Kind.Naming;
import dev.slipway.admin.act.Kind.Portrait;
import dev.slipway.admin.act.Reach;
import dev.slipway.admin.act.people.Members;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.devices.Subscription;
import dev.slipway.base.fleet.ledger.Stores;
import java.util.Map;

/** The kinds of record about devices. */
public final class DeviceKinds {
    /** A phone, softphone or machine. */
    public static final Kind<Device, DeviceForm> DEVICE = new Kind<>(
            new Naming<>("device", "devices", Device::name),
            Area.DEVICES,
            Stores::devices,
            Reach::covers,
            new Portrait<>(
                    DeviceForm.class,
                    DeviceForm::of,
                    (acting, device) -> Map.of("state", device.state(), "created", device.created())));

    /** Devices in groups. */
    public static final Members<Device> MEMBERS = new Members<>(DEVICE, Stores::devices);

    /** What takes the same software format. */
    public static final Kind<DeviceType, DeviceTypeForm> DEVICE_TYPE = new Kind<>(
            new Naming<>("device-type", "device-types", DeviceType::name),
            Area.LAYOUT,
            Stores::deviceTypes,
            new Portrait<>(DeviceTypeForm.class, DeviceTypeForm::of));

    /** A SIM-bound identity. */
    public static final Kind<Subscription, SubscriptionForm> SUBSCRIPTION = new Kind<>(
            new Naming<>("subscription", "subscriptions", Subscription::imsi),
            Area.PEOPLE,
            Stores::subscriptions,
            (reach, subscription) -> reach.coversEverything()
                    || subscription.user().filter(reach::coversUser).isPresent(),
            new Portrait<>(SubscriptionForm.class, SubscriptionForm::of));

    private DeviceKinds() {}
}
