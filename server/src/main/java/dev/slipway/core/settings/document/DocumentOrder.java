package dev.slipway.core.settings.document;

import dev.slipway.base.fleet.people.Contact;
import dev.slipway.core.settings.EffectiveSettings;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a document is made of.
 *
 * @param settings with placeholders filled
 * @param mac of the device: 12 hex digits, lower case; empty when it has none
 * @param positions the most accounts that the device was ever given: those that it has no longer are written as empty,
 *     since what is absent from a file stays on a device
 * @param contacts whom its user may call; empty but for files that list them
 * @param base address below which the device finds its files, with a slash at its end
 */
public record DocumentOrder(
        EffectiveSettings settings, Optional<String> mac, int positions, List<Contact> contacts, URI base) {
    public DocumentOrder {
        contacts = List.copyOf(contacts);
        if (!base.toString().endsWith("/")) {
            throw new IllegalArgumentException("files lie below a slash: " + base);
        }
    }

    /** The same with these contacts. */
    DocumentOrder listing(List<Contact> others) {
        return new DocumentOrder(settings, mac, positions, others, base);
    }

    /** The same with other settings. */
    DocumentOrder with(EffectiveSettings others) {
        return new DocumentOrder(others, mac, positions, contacts, base);
    }

    /** The address of one of the device's files. */
    public String address(String file) {
        return base + file;
    }
}
