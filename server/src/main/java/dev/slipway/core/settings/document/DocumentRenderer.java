package dev.slipway.core.settings.document;

import dev.slipway.core.settings.catalog.NativeKeys;
import java.util.List;
import java.util.Optional;

/**
 * Writes what a device must have in the form that its maker takes; a door brings one for each format (DESIGN section
 * 4). Pure: the same order gives the same bytes, always and on every node, because phones apply a file when its bytes
 * differ.
 */
public interface DocumentRenderer {
    /** The format, as a device type names it among what it takes, such as {@code snom-settings}. */
    String format();

    /** The maker's own keys, and which neutral ones they do the work of. */
    NativeKeys keys();

    /** Names of the files that a device of this format may be given, the main one first. */
    List<String> files();

    /** The one whose address a device is given: it leads to the others. */
    default String entry() {
        return files().getFirst();
    }

    /** Whether a file lists contacts: it depends on other people, and is made anew whenever it is asked for. */
    default boolean listsContacts(String file) {
        return false;
    }

    /**
     * Which of {@link #files} a device means by the name it asks for: makers put model and MAC into names. Empty when
     * it
     * is none of them, or the name of another device.
     *
     * @param mac of the device: 12 hex digits, lower case; empty when it has none
     */
    Optional<String> named(String asked, Optional<String> mac);

    /** The media type of one of {@link #files}, with its charset. */
    String mediaType(String file);

    /**
     * One of {@link #files}.
     *
     * @throws dev.slipway.base.fleet.Refusal {@code document.not-writable} for a value that the format cannot carry,
     *     {@code polling.invalid}
     */
    Document render(String file, DocumentOrder order);
}
