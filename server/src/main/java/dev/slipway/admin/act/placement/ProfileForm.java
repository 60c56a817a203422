package dev.slipway.admin.act.placement;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Form;
import dev.slipway.admin.act.Shape;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.base.fleet.placement.Profile;
import dev.slipway.base.fleet.placement.Setting;
import dev.slipway.base.fleet.software.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A profile or policy.
 *
 * @param kind profile when left out
 * @param origin own when left out
 * @param settings in order; none when left out
 */
record ProfileForm(
        String name, Optional<Profile.Kind> kind, Optional<Origin> origin, Optional<List<SettingForm>> settings)
        implements Form<Profile> {
    private static final String STARS = "****";

    /**
     * One setting.
     *
     * @param value left out for an unmanaged one; stars stand for a secret that stays as it was
     * @param ownership enforced when left out
     */
    public record SettingForm(String key, Optional<String> value, Optional<Ownership> ownership) {}

    static ProfileForm of(Acting acting, Profile profile) {
        return new ProfileForm(
                profile.name(),
                Optional.of(profile.kind()),
                Optional.of(profile.origin()),
                Optional.of(profile.settings().stream()
                        .map(setting -> shown(acting, setting))
                        .toList()));
    }

    @Override
    public String subject() {
        return name;
    }

    @Override
    public Profile fill(Acting acting, Id<Profile> id, Optional<Profile> before) {
        List<Setting> filled = settings.orElse(List.of()).stream()
                .map(form -> setting(acting, form, before))
                .toList();
        acting.means().settings().check(filled);
        return new Profile(
                id, Shape.NAME.check(name), kind.orElse(Profile.Kind.PROFILE), origin.orElse(Origin.OWN), filled);
    }

    private static Setting setting(Acting acting, SettingForm form, Optional<Profile> before) {
        String value = form.value().orElse("");
        boolean unchanged = value.equals(STARS) && isSecret(acting, form.key());
        return new Setting(
                form.key(),
                unchanged ? valueBefore(form.key(), before).orElse(value) : value,
                form.ownership().orElse(Ownership.ENFORCED));
    }

    private static Optional<String> valueBefore(String key, Optional<Profile> before) {
        return before.flatMap(profile -> profile.settings().stream()
                        .filter(setting -> setting.key().equals(key))
                        .findFirst())
                .map(Setting::value);
    }

    private static SettingForm shown(Acting acting, Setting setting) {
        String value = isSecret(acting, setting.key()) ? STARS : setting.value();
        return new SettingForm(setting.key(), Optional.of(value), Optional.of(setting.ownership()));
    }

    private static boolean isSecret(Acting acting, String key) {
        return acting.means().settings().catalog().isSecret(key);
    }
}
