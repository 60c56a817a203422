package dev.slipway.door.phone.snom;

import dev.slipway.base.wire.pem.PemCertificates;
import dev.slipway.base.wire.xml.XmlWriter;
import dev.slipway.core.settings.document.DocumentOrder;
import dev.slipway.door.phone.keys.Sheet;
import dev.slipway.door.phone.keys.Written;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Certificates that a phone shall trust: those of {@code security.trusted_certificates}, then {@code
 * snom.certificate[1]} and so on, each PEM or the address of a file. In the file itself they stand in base64 without
 * the lines around it (Gigaset wiki, "certificates"): such a one is trusted from then on, one with an address only
 * after all files were read.
 */
final class SnomCertificates {
    static final String KEY = "certificate";

    private static final String NEUTRAL = "security.trusted_certificates";

    private final List<String> values;

    private SnomCertificates(List<String> values) {
        this.values = List.copyOf(values);
    }

    static SnomCertificates of(Sheet sheet, DocumentOrder order) {
        return new SnomCertificates(Stream.concat(
                        Optional.ofNullable(order.settings().values().get(NEUTRAL)).stream()
                                .map(value -> value.value()),
                        SnomKey.named(KEY, sheet).values().stream().map(Written::value))
                .toList());
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    String xml() {
        var xml = new XmlWriter().open("certificates", Map.of());
        for (String value : values) {
            Optional<PemCertificates> read = PemCertificates.read(value);
            read.ifPresent(pem -> pem.bodies().forEach(body -> inFile(xml, body)));
            if (read.isEmpty() && value.contains("-----BEGIN ")) {
                inFile(xml, value);
            } else if (read.isEmpty()) {
                xml.leaf(KEY, Map.of("url", value), "");
            }
        }
        return xml.close().document();
    }

    private static void inFile(XmlWriter xml, String body) {
        xml.leaf(KEY, Map.of("type", "base64"), body);
    }
}
