package dev.slipway.door.phone.snom;

import dev.slipway.base.wire.xml.XmlWriter;
import dev.slipway.core.settings.EffectiveValue;
import dev.slipway.core.settings.document.DocumentOrder;
import dev.slipway.door.phone.keys.Sheet;
import dev.slipway.door.phone.keys.UpdateContent;
import dev.slipway.door.phone.keys.Written;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Where a phone finds its firmware. A phone that is too old for it is led over an older one first: {@code
 * snom.firmware_first} is installed, and names the wanted one as its successor ({@code chained_url}).
 *
 * @param wanted address of the firmware that the phone shall run
 * @param first address of the firmware that must be there before
 * @param module of expansion modules; installed after the phone's own (since 8.9.3.68)
 */
record SnomFirmware(Optional<String> wanted, Optional<String> first, Optional<String> module) {
    static final String FIRST = "firmware_first";
    static final String MODULE = "firmware_uxm";

    static SnomFirmware of(Sheet sheet, DocumentOrder order) {
        if (!UpdateContent.of(order).hasSoftware()) {
            return new SnomFirmware(Optional.empty(), Optional.empty(), Optional.empty());
        }
        Optional<String> wanted = Optional.ofNullable(order.settings().values().get("firmware.url"))
                .map(EffectiveValue::value);
        return new SnomFirmware(wanted, text(sheet, FIRST), text(sheet, MODULE));
    }

    private static Optional<String> text(Sheet sheet, String name) {
        return Optional.ofNullable(sheet.device().get(name)).map(Written::value).filter(text -> !text.isEmpty());
    }

    boolean isPresent() {
        return wanted.isPresent() || module.isPresent();
    }

    String xml() {
        var xml = new XmlWriter().open("firmware-settings", Map.of());
        wanted.ifPresent(url -> xml.leaf(
                "firmware",
                Map.of("perm", "RW"),
                first.map(before -> chained(before, url)).orElse(url)));
        module.ifPresent(url -> xml.leaf(MODULE, Map.of("perm", "RW"), url));
        return xml.close().document();
    }

    private static String chained(String before, String url) {
        String separator = before.contains("?") ? "&" : "?";
        return before + separator + "chained_url=" + URLEncoder.encode(url, StandardCharsets.UTF_8);
    }
}
