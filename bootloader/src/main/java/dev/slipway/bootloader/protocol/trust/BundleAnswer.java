package dev.slipway.bootloader.protocol.trust;

import dev.slipway.bootloader.protocol.json.Json;
import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonLimits;
import dev.slipway.bootloader.protocol.json.JsonObject;
import dev.slipway.bootloader.protocol.json.JsonReader;
import dev.slipway.bootloader.protocol.json.JsonWriter;
import java.util.List;

/**
 * The body of {@code GET /boot/v1/bundle}.
 *
 * @param bundle the device's document
 * @param releases the release documents of what it installs, one each
 */
public record BundleAnswer(Envelope bundle, List<Envelope> releases) {
    /** The largest body, that of {@link JsonLimits#DOCUMENT}. */
    public static final int BYTES_MAX = JsonLimits.DOCUMENT.bytes();

    public BundleAnswer {
        releases = List.copyOf(releases);
    }

    /** The answer that {@code body} holds. */
    public static BundleAnswer parse(byte[] body) {
        JsonAt at = JsonReader.document(body);
        return new BundleAnswer(
                Envelope.from(at.get("bundle")), at.get("releases").list(Envelope::from));
    }

    /** The body; equal answers have equal bytes. */
    public byte[] toBytes() {
        return JsonWriter.compact(JsonObject.EMPTY
                .with("bundle", bundle.toJson())
                .with(
                        "releases",
                        Json.of(releases.stream().map(Envelope::toJson).toList())));
    }
}
