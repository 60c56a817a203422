package dev.slipway.door.phone.apple;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.base.wire.pem.PemCertificates;
import dev.slipway.core.settings.EffectiveValue;
import dev.slipway.core.settings.catalog.NativeKeys;
import dev.slipway.core.settings.document.Document;
import dev.slipway.core.settings.document.DocumentOrder;
import dev.slipway.core.settings.document.DocumentRenderer;
import dev.slipway.door.phone.keys.KeyTable;
import dev.slipway.door.phone.keys.Sheet;
import dev.slipway.door.phone.keys.Written;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The one file of an Apple device. Its identifier is that of the installation, so that a newer profile takes the place
 * of the one before.
 */
public final class AppleProfile implements DocumentRenderer {
    /** As device types name it. */
    public static final String FORMAT = "apple-profile";

    private static final String FILE = "settings.mobileconfig";
    private static final String MEDIA_TYPE = "application/x-apple-aspen-config";
    private static final String TRUSTED = "security.trusted_certificates";
    private static final KeyTable TABLE = KeyTable.read("apple", "/dev/slipway/door/phone/apple/keys.tsv");
    private static final Payloads PAYLOADS = Payloads.ours();

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public NativeKeys keys() {
        return TABLE.keys();
    }

    @Override
    public List<String> files() {
        return List.of(FILE);
    }

    @Override
    public Optional<String> named(String asked, Optional<String> mac) {
        return Optional.of(asked).filter(FILE::equals);
    }

    @Override
    public String mediaType(String file) {
        return MEDIA_TYPE;
    }

    @Override
    public Document render(String file, DocumentOrder order) {
        Sheet sheet = Sheet.of(TABLE, order.settings());
        var identity = new ProfileIdentity(order.base());
        SortedMap<String, SortedMap<String, Written>> settings = new TreeMap<>();
        sheet.device().forEach((key, written) -> {
            String payload = PAYLOADS.payloadOf(key);
            settings.computeIfAbsent(payload, none -> new TreeMap<>())
                    .put(key.substring(payload.length() + 1), written);
        });
        List<Map<String, Object>> content = new ArrayList<>();
        certificates(order).forEach(body -> content.add(identity.certificate(body)));
        settings.forEach((payload, keys) -> content.add(identity.payload(payload, PAYLOADS.content(payload, keys))));
        boolean locked = sheet.device().values().stream().anyMatch(each -> each.ownership() == Ownership.LOCKED);
        String list = PropertyList.of(identity.profile(content, locked));
        return new Document(MEDIA_TYPE, Bytes.of(list.getBytes(StandardCharsets.UTF_8)), warnings(sheet));
    }

    private static List<String> certificates(DocumentOrder order) {
        return Optional.ofNullable(order.settings().values().get(TRUSTED))
                .map(EffectiveValue::value)
                .flatMap(PemCertificates::read)
                .map(PemCertificates::bodies)
                .orElse(List.of());
    }

    /** What a profile says stays as it says until the profile goes. */
    private static List<String> warnings(Sheet sheet) {
        List<String> warnings = new ArrayList<>(sheet.warnings());
        sheet.device().forEach((key, written) -> {
            if (written.ownership() == Ownership.INITIAL) {
                warnings.add("settings.ownership-unsupported: " + key
                        + " was to be changed by the user, which a profile cannot say; it is enforced");
            }
        });
        return warnings;
    }
}
