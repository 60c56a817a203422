package dev.slipway.core.settings;

import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.base.fleet.placement.Profile;
import dev.slipway.base.fleet.placement.Setting;
import dev.slipway.base.fleet.software.Origin;
import dev.slipway.core.settings.merge.Given;

/**
 * One setting of an assigned profile. Its text leaves the value out, which may be secret.
 *
 * @param name of the profile
 */
public record GivenSetting(String name, Profile.Kind kind, Origin origin, Setting setting) implements Given {
    /** The setting as it stands in {@code profile}. */
    static GivenSetting of(Profile profile, Setting setting) {
        return new GivenSetting(profile.name(), profile.kind(), profile.origin(), setting);
    }

    @Override
    public boolean stopsInheritance() {
        return setting.ownership() == Ownership.UNMANAGED;
    }

    @Override
    public boolean isSameAs(Given other) {
        return other instanceof GivenSetting same
                && setting.value().equals(same.setting.value())
                && setting.ownership() == same.setting.ownership();
    }

    @Override
    public String toString() {
        return setting.key() + " of profile " + name;
    }
}
