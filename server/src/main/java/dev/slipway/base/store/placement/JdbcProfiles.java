package dev.slipway.base.store.placement;

import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.base.fleet.placement.Profile;
import dev.slipway.base.fleet.placement.Profiles;
import dev.slipway.base.fleet.placement.Setting;
import dev.slipway.base.fleet.software.Origin;
import dev.slipway.base.store.sql.Columns;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.NamedRows;
import dev.slipway.base.store.sql.Row;
import dev.slipway.base.store.sql.Shape;
import dev.slipway.base.store.sql.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Profiles with their settings in order; one that is assigned cannot be removed. */
record JdbcProfiles(Desk desk, Table<Profile> table) implements Profiles, NamedRows<Profile> {
    private static final String SETTINGS =
            "from setting s where s.tenant = t.tenant and s.profile = t.id" + " order by s.ordinal";

    private static final Shape<Profile> SHAPE = new Shape<>(
            "profile",
            "name",
            ", array(select s.key " + SETTINGS + ") as keys, array(select s.value " + SETTINGS + ") as values"
                    + ", array(select s.ownership " + SETTINGS + ") as ownerships",
            row -> new Profile(
                    row.id("id"),
                    row.text("name"),
                    row.constant(Profile.Kind.class, "kind"),
                    row.constant(Origin.class, "origin"),
                    settings(row)),
            profile ->
                    Row.of("name", profile.name()).and("kind", profile.kind()).and("origin", profile.origin()));

    JdbcProfiles(Desk desk) {
        this(desk, new Table<>(desk, SHAPE));
    }

    @Override
    public void add(Profile added) {
        table.add(added);
        write(added);
    }

    @Override
    public void replace(Profile changed) {
        table.replace(changed);
        desk.sql("delete from setting where tenant = :tenant and profile = :profile")
                .bind("profile", changed.id())
                .run();
        write(changed);
        new PlacedChange(desk).of(changed.id());
    }

    private void write(Profile profile) {
        desk.sql("""
                        insert into setting (tenant, profile, ordinal, key, value, ownership)
                        select :tenant, :profile, s.ordinal, s.key, s.value, s.ownership
                        from unnest(cast(:keys as text[]), cast(:values as text[]), cast(:ownerships as text[]))
                          with ordinality s(key, value, ownership, ordinal)""")
                .bind("profile", profile.id())
                .bind("keys", each(profile, Setting::key))
                .bind("values", each(profile, Setting::value))
                .bind("ownerships", each(profile, Setting::ownership))
                .run();
    }

    private static <T> List<T> each(Profile profile, Function<Setting, T> part) {
        return profile.settings().stream().map(part).toList();
    }

    private static List<Setting> settings(Columns row) throws SQLException {
        List<String> keys = row.texts("keys");
        List<String> values = row.texts("values");
        List<String> ownerships = row.texts("ownerships");
        return IntStream.range(0, keys.size())
                .mapToObj(at -> new Setting(
                        keys.get(at),
                        values.get(at),
                        Ownership.valueOf(ownerships.get(at).toUpperCase(Locale.ROOT))))
                .toList();
    }
}
