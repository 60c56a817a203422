package dev.slipway.admin.act.placement;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.devices.DeviceKinds;
import dev.slipway.admin.act.people.PeopleKinds;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.placement.Place;

/** A place in words: {@code everyone}, or a layer and a name such as {@code group:staff}. */
final class PlaceText {
    private PlaceText() {}

    static Place read(Acting acting, String text) {
        int colon = text.indexOf(':');
        String name = text.substring(colon + 1);
        return switch (colon < 0 ? text : text.substring(0, colon)) {
            case "everyone" -> new Place.Everyone();
            case "device-type" ->
                new Place.OfDeviceType(
                        acting.find(DeviceKinds.DEVICE_TYPE, name).id());
            case "group" ->
                new Place.OfGroup(acting.find(PeopleKinds.GROUP, name).id());
            case "user" -> new Place.OfUser(acting.find(PeopleKinds.USER, name).id());
            case "account" ->
                new Place.OfAccount(acting.find(PeopleKinds.ACCOUNT, name).id());
            case "device" ->
                new Place.OfDevice(acting.find(DeviceKinds.DEVICE, name).id());
            default ->
                throw new Refusal(
                        "assignment.place",
                        "Say to whom: everyone, or device-type:, group:, user:, account: or device: with a name.");
        };
    }

    static String of(Acting acting, Place place) {
        return switch (place) {
            case Place.Everyone everyone -> "everyone";
            case Place.OfDeviceType of -> "device-type:" + acting.name(DeviceKinds.DEVICE_TYPE, of.deviceType());
            case Place.OfGroup of -> "group:" + acting.name(PeopleKinds.GROUP, of.group());
            case Place.OfUser of -> "user:" + acting.name(PeopleKinds.USER, of.user());
            case Place.OfAccount of -> "account:" + acting.name(PeopleKinds.ACCOUNT, of.account());
            case Place.OfDevice of -> "device:" + acting.name(DeviceKinds.DEVICE, of.device());
        };
    }
}
