package dev.slipway.admin.api;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.devices.DeviceKinds;
import dev.slipway.admin.act.devices.PlaceAccounts;
import dev.slipway.admin.act.devices.SetDeviceState;
import dev.slipway.admin.act.people.PeopleKinds;
import dev.slipway.base.fleet.acts.Delivery;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceEvent;
import dev.slipway.base.fleet.devices.DeviceIdentifier;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.core.enroll.Claim;
import dev.slipway.core.enroll.Recognition;
import dev.slipway.core.enroll.Source;
import dev.slipway.core.settings.Explain;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Operations on devices that are more than keeping a record. */
final class DeviceRoutes {
    private static final RecordRoutes<Device, ?> DEVICES = new RecordRoutes<>(DeviceKinds.DEVICE);
    private static final RecordRoutes<DeviceType, ?> TYPES = new RecordRoutes<>(DeviceKinds.DEVICE_TYPE);
    private static final int EVENTS_MAX = 1_000;

    private DeviceRoutes() {}

    /** What a device might say of itself. */
    record ClaimForm(Map<String, String> fields, Optional<List<DeviceIdentifier>> identifiers) {}

    /** The type that such a device would be of, and a line for each type tried. */
    record Match(Optional<String> type, List<String> explanation) {}

    /** Which accounts a device has, in order. */
    record AccountsForm(List<PlaceAccounts.Position> accounts) {}

    /** What a device reported, oldest first, and how far each application is. */
    record Timeline(List<DeviceEvent> events, List<DeliveryView> deliveries) {}

    static Stream<Route> all() {
        Stream<Route> steps = Arrays.stream(SetDeviceState.Step.values()).map(DeviceRoutes::step);
        return Stream.concat(
                steps,
                Stream.of(
                        Route.get(DEVICES.one() + "/explanation", DeviceRoutes::explanation),
                        Route.get(DEVICES.one() + "/timeline", DeviceRoutes::timeline),
                        Route.get(DEVICES.one() + "/accounts", DeviceRoutes::accounts),
                        Route.put(DEVICES.one() + "/accounts", DeviceRoutes::placeAccounts),
                        Route.get(
                                RecordRoutes.ROOT + "users/{user}/devices",
                                call -> call.see(
                                        Area.DEVICES,
                                        acting -> DEVICES.listed(
                                                acting,
                                                acting.stores()
                                                        .devices()
                                                        .of(
                                                                acting.find(PeopleKinds.USER, call.path("user"))
                                                                        .id()),
                                                call.page()))),
                        Route.post(TYPES.all() + "/test", DeviceRoutes::test)));
    }

    private static Route step(SetDeviceState.Step step) {
        return new Route(
                HttpMethod.POST,
                DEVICES.one() + "/" + step.word(),
                Route.Input.NOTHING,
                call -> call.run(
                        new SetDeviceState(call.path("device"), step),
                        (acting, device) -> Reply.ok(DEVICES.view(acting, device))));
    }

    private static Reply explanation(Call call) {
        return call.see(
                Area.DEVICES,
                acting -> Json.tree(Explain.of(
                        acting.means().settings(),
                        acting.stores()
                                .view(
                                        acting.find(DeviceKinds.DEVICE, call.path("device"))
                                                .id(),
                                        ""))));
    }

    private static Reply timeline(Call call) {
        int limit = Math.min(EVENTS_MAX, call.limit());
        return call.see(Area.DEVICES, acting -> {
            var device = acting.find(DeviceKinds.DEVICE, call.path("device")).id();
            return Json.tree(new Timeline(
                    acting.stores().deviceEvents().newest(device, limit),
                    acting.stores().deliveries().of(device).stream()
                            .map(DeliveryView::of)
                            .toList()));
        });
    }

    private static Reply accounts(Call call) {
        return call.see(Area.DEVICES, acting -> accounts(acting, acting.find(DeviceKinds.DEVICE, call.path("device"))));
    }

    private static JsonNode accounts(Acting acting, Device device) {
        List<PlaceAccounts.Position> positions = acting.stores().deviceAccounts().of(device.id()).stream()
                .map(placed -> new PlaceAccounts.Position(
                        acting.name(PeopleKinds.ACCOUNT, placed.account()), Optional.of(placed.label())))
                .toList();
        return Json.tree(new AccountsForm(positions));
    }

    private static Reply placeAccounts(Call call) {
        var positions = call.form(AccountsForm.class).accounts();
        return call.change(
                acting -> accounts(acting, acting.locked(DeviceKinds.DEVICE, call.path("device"))),
                new PlaceAccounts(call.path("device"), positions),
                (acting, placed) -> Reply.done());
    }

    private static Reply test(Call call) {
        ClaimForm form = call.form(ClaimForm.class);
        var claim = new Claim(
                new Source("unknown", "", true, ""),
                form.fields(),
                form.identifiers().orElse(List.of()));
        return call.see(Area.LAYOUT, acting -> {
            var recognized = Recognition.recognize(
                    claim, acting.stores().deviceTypes().stream().toList());
            return Json.tree(new Match(recognized.type().map(DeviceType::name), recognized.explanation()));
        });
    }

    /** A delivery as it is shown on the timeline of its device. */
    record DeliveryView(
            String application, String release, boolean wanted, Delivery.State state, Instant at, String detail) {
        static DeliveryView of(Delivery delivery) {
            return new DeliveryView(
                    delivery.application(),
                    delivery.release(),
                    delivery.wanted(),
                    delivery.state(),
                    delivery.note().at(),
                    delivery.note().detail());
        }
    }
}
