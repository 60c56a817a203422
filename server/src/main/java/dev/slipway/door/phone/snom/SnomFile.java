package dev.slipway.door.phone.snom;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.base.wire.xml.XmlText;
import dev.slipway.base.wire.xml.XmlWriter;
import dev.slipway.core.settings.document.DocumentOrder;
import dev.slipway.door.phone.keys.Sheet;
import dev.slipway.door.phone.keys.Written;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The settings file of one phone. Everything stands in one {@code <settings>}: a phone that fetches one file is busy
 * for
 * a shorter time, and has all or nothing.
 */
final class SnomFile {
    static final String FUNCTION_KEY = "fkey";
    static final String PHONE_BOOK = "tbook";
    static final String CERTIFICATE = "certificate";

    /** Written in other elements or other files than {@code <phone-settings>}. */
    private static final Set<String> ELSEWHERE =
            Set.of(FUNCTION_KEY, PHONE_BOOK, CERTIFICATE, SnomFirmware.FIRST, SnomFirmware.MODULE);

    /** Unicode values above 255 may be escaped (snom wiki, "Setting files"). */
    private static final String ESCAPES = "2";

    private final SortedMap<SnomKey, Written> lines;
    private final XmlWriter xml = new XmlWriter();

    private SnomFile(SortedMap<SnomKey, Written> lines) {
        this.lines = lines;
    }

    static SnomFile of(Sheet sheet, DocumentOrder order) {
        SortedMap<SnomKey, Written> lines = new TreeMap<>(SnomAccounts.of(sheet.accounts()));
        sheet.device().forEach((name, value) -> lines.put(SnomKey.parse(name), value));
        SnomPolling.settle(lines, texts(order));
        boolean firmware = SnomFirmware.of(sheet, order).isPresent();
        lines.putIfAbsent(
                SnomKey.of("firmware_status"), Written.locked(firmware ? order.address(SnomSettings.FIRMWARE) : ""));
        lines.putIfAbsent(
                SnomKey.of("setting_server"), new Written(order.address(SnomSettings.SETTINGS), Ownership.ENFORCED));
        lines.forEach(SnomFile::requireWritable);
        return new SnomFile(lines);
    }

    private static Map<String, String> texts(DocumentOrder order) {
        Map<String, String> texts = new HashMap<>();
        order.settings().values().forEach((key, value) -> texts.put(key, value.value()));
        return texts;
    }

    private static void requireWritable(SnomKey key, Written written) {
        boolean isText = key.name().equals(CERTIFICATE)
                ? XmlText.isWritable(written.value())
                : XmlText.isWritable(written.value()) && written.value().chars().noneMatch(Character::isISOControl);
        if (!isText) {
            throw new Refusal(
                    "document.not-writable",
                    "The value of snom." + key + " has a character that a snom phone cannot read: remove line ends and"
                            + " control characters.");
        }
    }

    String xml() {
        xml.open("settings", Map.of());
        phoneSettings();
        new SnomKeys(lines).write(xml);
        new SnomPhoneBook(lines).write(xml);
        certificates();
        return xml.close().document();
    }

    private void phoneSettings() {
        xml.open("phone-settings", Map.of("e", ESCAPES));
        lines.forEach((key, written) -> {
            if (!ELSEWHERE.contains(key.name())) {
                Map<String, String> attributes = new LinkedHashMap<>();
                if (key.hasIndex()) {
                    attributes.put("idx", Integer.toString(key.index()));
                }
                attributes.put("perm", perm(written.ownership()));
                xml.leaf(key.name(), attributes, written.value());
            }
        });
        xml.close();
    }

    private void certificates() {
        Map<SnomKey, Written> certificates = new TreeMap<>(lines);
        certificates.keySet().removeIf(key -> !key.name().equals(CERTIFICATE));
        if (certificates.isEmpty()) {
            return;
        }
        xml.open("certificates", Map.of());
        certificates.values().stream().map(Written::value).forEach(value -> {
            if (value.contains("-----BEGIN ")) {
                xml.leaf("certificate", Map.of("type", "base64"), value);
            } else {
                xml.leaf("certificate", Map.of("url", value), "");
            }
        });
        xml.close();
    }

    /** The flag of an ownership (snom wiki, "Flags"); never empty and never a blank. */
    static String perm(Ownership ownership) {
        return switch (ownership) {
            case INITIAL -> "!";
            case ENFORCED -> "RW";
            case LOCKED -> "R";
            case UNMANAGED -> throw new IllegalArgumentException("what is unmanaged is not written");
        };
    }
}
