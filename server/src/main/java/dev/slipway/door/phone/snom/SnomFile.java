package dev.slipway.door.phone.snom;

import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.base.wire.xml.XmlWriter;
import dev.slipway.core.settings.document.DocumentOrder;
import dev.slipway.door.phone.keys.Sheet;
import dev.slipway.door.phone.keys.UpdateContent;
import dev.slipway.door.phone.keys.Written;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The settings of one phone and its function keys, in one {@code <settings>}. */
final class SnomFile {
    static final String FUNCTION_KEY = "fkey";
    private static final String FIRMWARE_STATUS = "firmware_status";
    private static final String SETTING_SERVER = "setting_server";
    private static final String UPDATE_POLICY = "update_policy";

    /** Written in other elements or other files than {@code <phone-settings>}. */
    private static final Set<String> ELSEWHERE =
            Set.of(FUNCTION_KEY, SnomPhoneBook.KEY, SnomCertificates.KEY, SnomFirmware.FIRST, SnomFirmware.MODULE);

    /** What a phone still needs whose settings are somebody else's; and all of its polling. */
    private static final Set<String> OF_SOFTWARE =
            Set.of(FIRMWARE_STATUS, "firmware_interval", SETTING_SERVER, UPDATE_POLICY, "settings_refresh_timer");

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
        updates(lines, SnomFirmware.of(sheet, order).isPresent(), order);
        if (!UpdateContent.of(order).hasSettings()) {
            lines.keySet().removeIf(key -> !isOfSoftware(key.name()));
        }
        lines.forEach(SnomKey::requireWritable);
        return new SnomFile(lines);
    }

    /** Without {@code auto_update} a phone of the D series installs no firmware (snom wiki, "update_policy"). */
    private static void updates(Map<SnomKey, Written> lines, boolean firmware, DocumentOrder order) {
        String status = firmware ? order.address(SnomSettings.FIRMWARE) : "";
        lines.putIfAbsent(SnomKey.of(FIRMWARE_STATUS), Written.locked(status));
        lines.putIfAbsent(
                SnomKey.of(UPDATE_POLICY), Written.locked(status.isEmpty() ? "settings_only" : "auto_update"));
        lines.putIfAbsent(
                SnomKey.of(SETTING_SERVER), new Written(order.address(SnomSettings.CONTAINER), Ownership.ENFORCED));
    }

    private static boolean isOfSoftware(String name) {
        return OF_SOFTWARE.contains(name) || name.startsWith("prov_polling_");
    }

    private static Map<String, String> texts(DocumentOrder order) {
        Map<String, String> texts = new HashMap<>();
        order.settings().values().forEach((key, value) -> texts.put(key, value.value()));
        return texts;
    }

    String xml() {
        xml.open("settings", Map.of());
        phoneSettings();
        new SnomKeys(lines).write(xml);
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
