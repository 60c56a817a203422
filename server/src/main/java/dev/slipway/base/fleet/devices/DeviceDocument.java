package dev.slipway.base.fleet.devices;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import java.time.Instant;

/**
 * A document as it was last made for a device: what the device is answered until something changes.
 *
 * @param file such as {@code bundle}
 * @param version rises with every change of content, by one or more
 * @param contentHash SHA-256 (hex) of what the document says, apart from its version and dates
 * @param body the bytes, signed
 */
public record DeviceDocument(Id<Device> device, String file, long version, String contentHash, Life life, Body body) {
    /** The same document, with another serial. */
    public DeviceDocument upTo(long serial) {
        return new DeviceDocument(
                device, file, version, contentHash, life, new Body(body.bytes(), body.etag(), serial));
    }

    /** From when to when it holds. */
    public record Life(Instant issued, Instant expires) {}

    /**
     * The bytes and their ETag (hex, without quotes).
     *
     * @param serial of the last change surely taken into account: one below the horizon of the view it was made from
     */
    public record Body(Bytes bytes, String etag, long serial) {}
}
