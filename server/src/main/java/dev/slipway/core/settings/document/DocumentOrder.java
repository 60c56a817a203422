package dev.slipway.core.settings.document;

import dev.slipway.core.settings.EffectiveSettings;
import java.net.URI;
import java.util.Optional;

/**
 * What a document is made of.
 *
 * @param settings with placeholders filled
 * @param mac of the device: 12 hex digits, lower case; empty when it has none
 * @param positions the most accounts that the device was ever given: those that it has no longer are written as empty,
 *     since what is absent from a file stays on a device
 * @param base address below which the device finds its files, with a slash at its end
 */
public record DocumentOrder(EffectiveSettings settings, Optional<String> mac, int positions, URI base) {
    public DocumentOrder {
        if (!base.toString().endsWith("/")) {
            throw new IllegalArgumentException("files lie below a slash: " + base);
        }
    }

    /** The address of one of the device's files. */
    public String address(String file) {
        return base + file;
    }
}
