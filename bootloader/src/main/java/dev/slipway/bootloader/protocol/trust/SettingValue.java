package dev.slipway.bootloader.protocol.trust;

import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonObject;
import dev.slipway.bootloader.protocol.json.Words;

/**
 * A value and whose it is. An unmanaged setting is not in a document at all.
 *
 * @param value at most 64 KiB as it stands in the document
 * @param ownership who may change it
 */
public record SettingValue(String value, Ownership ownership) {

    /** Who may change a value on the device. */
    public enum Ownership {
        /** Written once; the user may change it. */
        INITIAL,
        /** Written back at every contact. */
        ENFORCED,
        /** Written back, and the user cannot change it. */
        LOCKED
    }

    static SettingValue from(JsonAt at) {
        return new SettingValue(at.get("value").text(), at.get("ownership").choice(Ownership.class));
    }

    JsonObject toJson() {
        return JsonObject.EMPTY.with("value", value).with("ownership", Words.of(ownership));
    }
}
