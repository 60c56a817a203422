package dev.slipway.core.settings;

import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.base.fleet.placement.Profile;
import dev.slipway.core.settings.merge.Trace;

/**
 * What was decided for one key. Its text leaves the value out, which may be secret.
 *
 * @param value with placeholders filled
 * @param trace who gave it and what it beat
 */
public record EffectiveValue(String value, Trace<GivenSetting> trace) {
    /** The key as it was given, neutral or native. */
    public String key() {
        return given().setting().key();
    }

    /** Who may change the value on the device. */
    public Ownership ownership() {
        return given().setting().ownership();
    }

    /** Whether a profile or a policy gives it. */
    public Profile.Kind kind() {
        return given().kind();
    }

    private GivenSetting given() {
        return trace.winner().given();
    }

    @Override
    public String toString() {
        return given().toString();
    }
}
