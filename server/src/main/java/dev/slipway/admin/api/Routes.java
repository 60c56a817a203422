package dev.slipway.admin.api;

import dev.slipway.admin.act.devices.DeviceKinds;
import dev.slipway.admin.act.people.PeopleKinds;
import dev.slipway.admin.act.placement.PlacementKinds;
import dev.slipway.admin.act.software.SoftwareKinds;
import java.util.List;
import java.util.stream.Stream;

/** Every operation there is: five for each kind that forms can make, and those with a rule of their own. */
final class Routes {
    private Routes() {}

    static List<Route> all(Parts parts) {
        Stream<Route> records = Stream.of(
                        new RecordRoutes<>(PeopleKinds.USER),
                        new RecordRoutes<>(PeopleKinds.GROUP),
                        new RecordRoutes<>(PeopleKinds.ACCOUNT),
                        new RecordRoutes<>(PeopleKinds.SECURITY_MODEL),
                        new RecordRoutes<>(PeopleKinds.ADMINISTRATOR),
                        new RecordRoutes<>(DeviceKinds.SUBSCRIPTION),
                        new RecordRoutes<>(DeviceKinds.DEVICE_TYPE),
                        new RecordRoutes<>(DeviceKinds.DEVICE),
                        new RecordRoutes<>(SoftwareKinds.APPLICATION),
                        new RecordRoutes<>(SoftwareKinds.DOWNLOAD_ADDRESS),
                        new RecordRoutes<>(SoftwareKinds.APPLICATION_HOST),
                        new RecordRoutes<>(PlacementKinds.PROFILE),
                        new RecordRoutes<>(PlacementKinds.ASSIGNMENT))
                .flatMap(kind -> kind.routes().stream());
        return Stream.of(
                        records,
                        PeopleRoutes.all(),
                        DeviceRoutes.all(),
                        PhoneRoutes.all(parts),
                        ImportRoutes.all(parts),
                        SoftwareRoutes.all(parts),
                        ActivationRoutes.all(parts),
                        MessageRoutes.all(parts),
                        KeyRoutes.all(parts),
                        PlacementRoutes.all(parts),
                        PollingRoutes.all(),
                        ServerRoutes.all(parts))
                .flatMap(routes -> routes)
                .toList();
    }
}
