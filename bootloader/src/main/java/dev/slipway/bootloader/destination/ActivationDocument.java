package dev.slipway.bootloader.destination;

import dev.slipway.bootloader.outcome.Refusal;
import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonLimits;
import dev.slipway.bootloader.protocol.json.JsonReader;
import java.util.Optional;

/**
 * Reads an activation document, {@value #MEDIA_TYPE}:
 * {@code {"slipway_activation":1,"url":...,"key":...,"ticket":...,"alias":...}}; key, ticket and alias may be missing.
 */
public final class ActivationDocument {
    public static final String MEDIA_TYPE = "application/vnd.slipway.activation+json";
    /** Bytes; an address, a key and a ticket take a few hundred. */
    public static final int BYTES_MAX = 16 << 10;

    private static final int VERSION = 1;

    private ActivationDocument() {}

    /**
     * What the document says.
     *
     * @throws dev.slipway.bootloader.protocol.json.Malformed if it is none
     */
    public static Destination read(byte[] bytes) {
        JsonAt root = JsonAt.root(JsonReader.read(bytes, JsonLimits.DOCUMENT.withBytes(BYTES_MAX)));
        if (root.get("slipway_activation").whole() != VERSION) {
            throw Refusal.check(
                    "activation.version", "This activation document is of a newer kind; get the current Bootloader.");
        }
        Place place = Place.Url.of(root.get("url").text());
        return new Destination(
                Optional.of(place), text(root, "key"), text(root, "ticket"), text(root, "login"), Optional.empty());
    }

    private static Optional<String> text(JsonAt root, String name) {
        return root.find(name).map(JsonAt::text);
    }
}
