package dev.slipway.door.phone.yealink;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.wire.pem.PemCertificates;
import dev.slipway.base.wire.xml.XmlWriter;
import dev.slipway.core.settings.EffectiveValue;
import dev.slipway.core.settings.document.Contacts;
import dev.slipway.core.settings.document.Document;
import dev.slipway.core.settings.document.DocumentOrder;
import dev.slipway.door.phone.keys.PhoneBook;
import dev.slipway.door.phone.keys.Written;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files beside the configuration, and the parameters that name them: a remote phone book, which the phone fetches
 * when its user looks into it, and certificates that it shall trust (Yealink, "Administrator's Guide", V84).
 */
final class YealinkBeside {
    private static final String TRUSTED = "security.trusted_certificates";

    private YealinkBeside() {}

    /** The parameters; an address that is empty ends what another named before. */
    static Map<String, Written> of(DocumentOrder order) {
        Map<String, Written> named = new TreeMap<>();
        said(order, Contacts.KEY).ifPresent(wish -> {
            boolean some = !wish.value().equals("none");
            String url = some ? order.address(YealinkConfig.PHONE_BOOK) : "";
            named.put("remote_phonebook.data.1.url", new Written(url, wish.ownership()));
            named.put("remote_phonebook.data.1.name", new Written(some ? "Contacts" : "", wish.ownership()));
            named.put("features.remote_phonebook.enable", new Written(some ? "1" : "0", wish.ownership()));
        });
        said(order, TRUSTED)
                .ifPresent(trusted -> named.put(
                        "static.trusted_certificates.url",
                        new Written(order.address(YealinkConfig.CERTIFICATES), trusted.ownership())));
        return named;
    }

    private static Optional<EffectiveValue> said(DocumentOrder order, String key) {
        return Optional.ofNullable(order.settings().values().get(key));
    }

    static Document phoneBook(DocumentOrder order) {
        PhoneBook book = PhoneBook.of(order);
        var xml = new XmlWriter().open("YealinkIPPhoneDirectory", Map.of());
        for (PhoneBook.Entry entry : book.entries()) {
            xml.open("DirectoryEntry", Map.of())
                    .leaf("Name", Map.of(), entry.name())
                    .leaf("Telephone", Map.of(), entry.number())
                    .close();
        }
        return document("text/xml; charset=utf-8", xml.close().document(), book.warnings());
    }

    static Document certificates(DocumentOrder order) {
        String text = said(order, TRUSTED)
                .flatMap(trusted -> PemCertificates.read(trusted.value()))
                .map(PemCertificates::text)
                .orElse("");
        return document("application/x-pem-file", text, List.of());
    }

    private static Document document(String mediaType, String text, List<String> warnings) {
        return new Document(mediaType, Bytes.of(text.getBytes(StandardCharsets.UTF_8)), warnings);
    }
}
