package dev.slipway.core.settings.document;

import dev.slipway.base.fleet.placement.Setting;
import dev.slipway.core.settings.Settings;
import java.util.List;

/**
 * Reads files that other systems gave to devices of one maker; the other way round than {@link DocumentRenderer}. A
 * door
 * brings one for each format.
 */
public interface SettingsReader {
    /** The format, as its renderer names it, such as {@code snom-settings}. */
    String format();

    /** Whether a file looks like one of this format. */
    boolean recognizes(String text);

    /**
     * What a file says of every device. A maker's key becomes the neutral one where that writes the same bytes again; a
     * value that no profile may say is left out with the reason.
     *
     * @throws dev.slipway.base.fleet.Refusal {@code import.malformed}
     */
    ReadSettings read(String text, Settings rules);

    /**
     * What a file says.
     *
     * @param settings each key once
     */
    record ReadSettings(List<Setting> settings, List<LeftOut> leftOut) {
        public ReadSettings {
            settings = List.copyOf(settings);
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * What was not taken.
     *
     * @param line 1 for the first
     * @param what a key, an element, or the beginning of the line; never a value
     */
    record LeftOut(int line, String what, String why) {}
}
