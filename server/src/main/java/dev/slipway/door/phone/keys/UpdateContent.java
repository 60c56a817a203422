package dev.slipway.door.phone.keys;

import dev.slipway.core.settings.document.DocumentOrder;
import java.util.Locale;

/** What a device is given: {@code update.content}. */
public enum UpdateContent {
    BOTH,
    SETTINGS,
    /** Firmware, and when to ask for it; settings and accounts are somebody else's. */
    SOFTWARE;

    private static final String KEY = "update.content";

    /** What was said for the device of that order; both when nothing was. */
    public static UpdateContent of(DocumentOrder order) {
        var said = order.settings().values().get(KEY);
        return said == null ? BOTH : valueOf(said.value().toUpperCase(Locale.ROOT));
    }

    /** Whether firmware is given. */
    public boolean hasSoftware() {
        return this != SETTINGS;
    }

    /** Whether settings are given. */
    public boolean hasSettings() {
        return this != SOFTWARE;
    }
}
