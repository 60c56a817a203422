package dev.slipway.base.store.placement;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.placement.Profile;
import dev.slipway.base.fleet.software.Application;
import dev.slipway.base.store.sql.Desk;

/**
 * Notes a change for every place that has a profile or an application.
 */
public record PlacedChange(Desk desk) {
    /** The settings of the profile changed. */
    public void of(Id<Profile> profile) {
        note("profile", profile);
    }

    /** The application, or a release of it, changed. */
    public void ofApplication(Id<Application> application) {
        note("application", application);
    }

    private void note(String column, Id<?> given) {
        desk.sql("select distinct device_type, \"group\", \"user\", account, device from assignment"
                        + " where tenant = :tenant and " + column + " = :given")
                .bind("given", given)
                .list(PlaceColumns::read)
                .forEach(place -> PlaceColumns.note(desk.changes(), place));
    }
}
