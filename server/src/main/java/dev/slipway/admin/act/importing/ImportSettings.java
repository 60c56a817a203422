package dev.slipway.admin.act.importing;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.admin.act.Shape;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.placement.Profile;
import dev.slipway.base.fleet.placement.Setting;
import dev.slipway.base.fleet.software.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the settings of a file into a profile, which is made when it is new. Keys of the file replace those of the
 * profile; its other keys stay.
 *
 * @param profile its name
 * @param source name of the file, for the journal
 */
public record ImportSettings(String profile, String source, SettingsFile file) implements Command<Profile> {
    @Override
    public Area area() {
        return Area.PROFILES;
    }

    @Override
    public Act act(Acting acting) {
        return new Act(
                "profile.import",
                profile,
                Map.of(
                        "file",
                        source,
                        "settings",
                        Integer.toString(file.read().settings().size()),
                        "left-out",
                        Integer.toString(file.read().leftOut().size())));
    }

    @Override
    public Profile run(Acting acting) {
        var profiles = acting.stores().profiles();
        Optional<Profile> before = profiles.named(profile);
        Map<String, Setting> settings = new LinkedHashMap<>();
        before.ifPresent(there -> there.settings().forEach(setting -> settings.put(setting.key(), setting)));
        file.read().settings().forEach(setting -> settings.put(setting.key(), setting));
        List<Setting> all = List.copyOf(settings.values());
        acting.means().settings().check(all);
        Profile after = before.map(there -> new Profile(there.id(), there.name(), there.kind(), there.origin(), all))
                .orElseGet(() ->
                        new Profile(acting.newId(), Shape.NAME.check(profile), Profile.Kind.PROFILE, Origin.OWN, all));
        if (before.isPresent()) {
            profiles.replace(after);
        } else {
            profiles.add(after);
        }
        return after;
    }
}
