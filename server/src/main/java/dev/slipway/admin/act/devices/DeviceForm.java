package dev.slipway.admin.act.devices;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Form;
import dev.slipway.admin.act.Shape;
import dev.slipway.admin.act.people.PeopleKinds;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceIdentifier;
import java.util.List;
import java.util.Optional;

/**
 * A device. One that is entered by hand is expected until it comes; {@link SetDeviceState} leads it further.
 *
 * @param type name or id of its type
 * @param user login or id; left out for none
 * @param identifiers its marks, all of them; left out: as before
 * @param groups names of all groups it shall be in directly; left out: as before
 */
record DeviceForm(
        String name,
        String type,
        Optional<String> user,
        Optional<List<DeviceIdentifier>> identifiers,
        Optional<List<String>> groups)
        implements Form<Device> {
    private static final int IDENTIFIERS_MAX = 32;
    private static final int IDENTIFIER_LENGTH_MAX = 128;

    static DeviceForm of(Acting acting, Device device) {
        return new DeviceForm(
                device.name(),
                acting.name(DeviceKinds.DEVICE_TYPE, device.type()),
                device.user().map(id -> acting.name(PeopleKinds.USER, id)),
                Optional.of(acting.stores().devices().identifiers(device.id())),
                Optional.of(DeviceKinds.MEMBERS.groups(acting, device.id())));
    }

    @Override
    public String subject() {
        return name;
    }

    @Override
    public Device fill(Acting acting, Id<Device> id, Optional<Device> before) {
        return new Device(
                id,
                Shape.NAME.check(name),
                acting.find(DeviceKinds.DEVICE_TYPE, type).id(),
                user.map(login -> acting.find(PeopleKinds.USER, login).id()),
                before.map(Device::state).orElse(Device.State.EXPECTED),
                before.map(Device::created).orElseGet(acting::now));
    }

    @Override
    public void settle(Acting acting, Device kept) {
        identifiers.ifPresent(marks -> acting.stores().devices().identify(kept.id(), checked(marks)));
        groups.ifPresent(names -> DeviceKinds.MEMBERS.place(acting, kept.id(), names));
    }

    private static List<DeviceIdentifier> checked(List<DeviceIdentifier> marks) {
        if (marks.size() > IDENTIFIERS_MAX) {
            throw new Refusal("device.too-many-identifiers", "A device has at most " + IDENTIFIERS_MAX + " marks.");
        }
        return marks.stream().map(DeviceForm::checked).distinct().toList();
    }

    private static DeviceIdentifier checked(DeviceIdentifier mark) {
        String kind = Shape.WORD.check(mark.kind());
        String value = kind.equals("mac")
                ? Shape.MAC.check(mark.value())
                : mark.value().strip();
        if (value.isEmpty() || value.length() > IDENTIFIER_LENGTH_MAX) {
            throw new Refusal(
                    "input.identifier", "An identifier has 1 to " + IDENTIFIER_LENGTH_MAX + " characters; enter it.");
        }
        return new DeviceIdentifier(kind, value);
    }
}
