package dev.slipway.base.wire.wap;

import dev.slipway.base.wire.xml.XmlText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@code wap-provisioningdoc}: OMA-WAP-ProvCont v1.1, section 5. All strings are kept as they came: an address with
 * leading zeros is not ours to change.
 *
 * @param version empty when it is not said, as in most documents of operators
 */
public record ProvisioningDocument(Optional<String> version, List<Characteristic> characteristics) {
    /** Characteristics in one another; the specification needs three. */
    public static final int DEPTH_MAX = 14;

    /** Items altogether: one more is no document that fits into the 255 segments of a message. */
    public static final int ITEMS_MAX = 10_000;

    public ProvisioningDocument {
        characteristics = List.copyOf(characteristics);
        if (!XmlText.isWritable(version.orElse(""))) {
            throw new IllegalArgumentException("a version needs characters that XML has");
        }
    }

    /** The characteristics of that type, outermost only. */
    public Stream<Characteristic> ofType(String type) {
        return characteristics.stream()
                .filter(characteristic -> characteristic.type().equals(type));
    }
}
