package dev.slipway.base.store.placement;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.base.fleet.placement.Profile;
import dev.slipway.base.fleet.placement.Setting;
import dev.slipway.base.store.SecretPlace;
import dev.slipway.base.store.sql.Columns;
import dev.slipway.base.store.sql.Desk;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The settings of profiles, in order; the value of a secret one rests sealed. */
record SettingRows(Desk desk) {
    private static final String ROWS =
            "from setting s where s.tenant = t.tenant and s.profile = t.id order by s.ordinal";

    /** Four lists in the same order, to be read by {@link #read}. */
    static final String COLUMNS = ", array(select s.key " + ROWS + ") as keys"
            + ", array(select s.value " + ROWS + ") as values"
            + ", array(select s.sealed " + ROWS + ") as sealed"
            + ", array(select s.ownership " + ROWS + ") as ownerships";

    List<Setting> read(Columns row) throws SQLException {
        Id<Profile> profile = row.id("id");
        List<String> keys = row.texts("keys");
        List<String> values = row.texts("values");
        List<Boolean> sealed = row.truths("sealed");
        List<String> ownerships = row.texts("ownerships");
        return IntStream.range(0, keys.size())
                .mapToObj(at -> new Setting(
                        keys.get(at),
                        sealed.get(at) ? opened(profile, keys.get(at), values.get(at)) : values.get(at),
                        Ownership.valueOf(ownerships.get(at).toUpperCase(Locale.ROOT))))
                .toList();
    }

    void clear(Id<Profile> profile) {
        desk.sql("delete from setting where tenant = :tenant and profile = :profile")
                .bind("profile", profile)
                .run();
    }

    void write(Profile profile) {
        desk.sql("""
                        insert into setting (tenant, profile, ordinal, key, value, sealed, ownership)
                        select :tenant, :profile, s.ordinal, s.key, s.value, s.sealed, s.ownership
                        from unnest(cast(:keys as text[]), cast(:values as text[]), cast(:sealed as boolean[]),
                          cast(:ownerships as text[])) with ordinality s(key, value, sealed, ownership, ordinal)""")
                .bind("profile", profile.id())
                .bind("keys", each(profile, Setting::key))
                .bind("values", each(profile, setting -> kept(profile.id(), setting)))
                .bind("sealed", each(profile, setting -> desk.seals(setting.key())))
                .bind("ownerships", each(profile, Setting::ownership))
                .run();
    }

    private String kept(Id<Profile> profile, Setting setting) {
        return desk.seals(setting.key())
                ? desk.box().seal(cell(profile, setting.key()), new Secret(setting.value()))
                : setting.value();
    }

    private String opened(Id<Profile> profile, String key, String sealed) {
        return desk.box().unseal(cell(profile, key), sealed).reveal();
    }

    private SecretPlace cell(Id<Profile> profile, String key) {
        return new SecretPlace(desk.tenant().toString(), "setting", profile + "/" + key, "value");
    }

    private static <T> List<T> each(Profile profile, Function<Setting, T> part) {
        return profile.settings().stream().map(part).toList();
    }
}
