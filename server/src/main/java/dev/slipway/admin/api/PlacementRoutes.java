package dev.slipway.admin.api;

import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.placement.FleetForecast;
import dev.slipway.admin.act.placement.PlacementKinds;
import dev.slipway.base.fleet.placement.Profile;
import dev.slipway.core.settings.document.DeviceForecast;
import dev.slipway.core.settings.document.Documents;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** What is asked about profiles before they are changed. */
final class PlacementRoutes {
    private static final RecordRoutes<Profile, ?> PROFILES = new RecordRoutes<>(PlacementKinds.PROFILE);

    private final Documents documents;

    private PlacementRoutes(Documents documents) {
        this.documents = documents;
    }

    static Stream<Route> all(Parts parts) {
        var routes = new PlacementRoutes(parts.phones().documents());
        return Stream.of(Route.post(PROFILES.one() + "/forecast", routes::forecast));
    }

    /** With the body of the change itself. */
    private Reply forecast(Call call) {
        call.requireNoVersion();
        ObjectNode patch = call.json();
        return call.see(Area.PROFILES, acting -> {
            var edited = PROFILES.change(call, patch).edited(acting);
            var devices = new DeviceForecast(acting.means().settings(), documents);
            return Json.tree(new FleetForecast(acting, devices).of(edited.before(), edited.after()));
        });
    }
}
