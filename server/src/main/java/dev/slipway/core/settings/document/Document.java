package dev.slipway.core.settings.document;

import dev.slipway.base.fleet.Bytes;
import java.util.List;

/**
 * A file for one device, as bytes.
 *
 * @param mediaType with its charset
 * @param warnings what the format could not say as it was wished, in words for an administrator; never in the bytes
 */
public record Document(String mediaType, Bytes body, List<String> warnings) {
    public Document {
        warnings = List.copyOf(warnings);
    }
}
