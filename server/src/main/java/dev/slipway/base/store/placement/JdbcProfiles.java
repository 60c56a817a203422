package dev.slipway.base.store.placement;

import dev.slipway.base.fleet.placement.Profile;
import dev.slipway.base.fleet.placement.Profiles;
import dev.slipway.base.fleet.software.Origin;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.NamedRows;
import dev.slipway.base.store.sql.Row;
import dev.slipway.base.store.sql.Shape;
import dev.slipway.base.store.sql.Table;

/** Profiles with their settings in order; one that is assigned cannot be removed. */
record JdbcProfiles(Desk desk, Table<Profile> table) implements Profiles, NamedRows<Profile> {
    JdbcProfiles(Desk desk) {
        this(desk, new Table<>(desk, shape(new SettingRows(desk))));
    }

    static Shape<Profile> shape(SettingRows settings) {
        return new Shape<>(
                "profile",
                "name",
                SettingRows.COLUMNS,
                row -> new Profile(
                        row.id("id"),
                        row.text("name"),
                        row.constant(Profile.Kind.class, "kind"),
                        row.constant(Origin.class, "origin"),
                        settings.read(row)),
                profile -> Row.of("name", profile.name())
                        .and("kind", profile.kind())
                        .and("origin", profile.origin()));
    }

    @Override
    public void add(Profile added) {
        table.add(added);
        new SettingRows(desk).write(added);
    }

    @Override
    public void replace(Profile changed) {
        table.replace(changed);
        new SettingRows(desk).clear(changed.id());
        new SettingRows(desk).write(changed);
        new PlacedChange(desk).of(changed.id());
    }
}
