package dev.slipway.door.phone.snom;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.wire.xml.XmlWriter;
import dev.slipway.core.settings.catalog.NativeKeys;
import dev.slipway.core.settings.document.Document;
import dev.slipway.core.settings.document.DocumentOrder;
import dev.slipway.core.settings.document.DocumentRenderer;
import dev.slipway.door.phone.keys.KeyTable;
import dev.slipway.door.phone.keys.Sheet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files of a snom phone: its settings with everything that belongs into them, where its firmware is, and the
 * container that leads a phone to its settings that only knows the address of a directory.
 */
public final class SnomSettings implements DocumentRenderer {
    static final String SETTINGS = "settings.xml";
    static final String FIRMWARE = "firmware.xml";
    static final String CONTAINER = "setting-files.xml";

    /** Asked for below an address without file name: {@code snomD345.htm}, then {@code snomD345-000413A11FA7.htm}. */
    private static final Pattern OF_MODEL = Pattern.compile("snom[A-Za-z0-9]{1,16}\\.htm");

    private static final String MEDIA_TYPE = "text/xml; charset=utf-8";
    static final KeyTable TABLE = KeyTable.read("snom", "/dev/slipway/door/phone/snom/keys.tsv");

    @Override
    public String format() {
        return "snom-settings";
    }

    @Override
    public NativeKeys keys() {
        return TABLE.keys();
    }

    @Override
    public List<String> files() {
        return List.of(SETTINGS, FIRMWARE, CONTAINER);
    }

    @Override
    public Optional<String> named(String asked, Optional<String> mac) {
        if (OF_MODEL.matcher(asked).matches()) {
            return Optional.of(CONTAINER);
        }
        boolean byMac = mac.filter(own -> asked.equalsIgnoreCase(own + ".xml")).isPresent();
        return byMac ? Optional.of(SETTINGS) : Optional.of(asked).filter(files()::contains);
    }

    @Override
    public String mediaType(String file) {
        return MEDIA_TYPE;
    }

    @Override
    public Document render(String file, DocumentOrder order) {
        Sheet sheet = Sheet.of(TABLE, order.settings());
        String xml =
                switch (file) {
                    case SETTINGS -> SnomFile.of(sheet, order).xml();
                    case FIRMWARE -> SnomFirmware.of(sheet, order).xml();
                    case CONTAINER -> container(order);
                    default -> throw new IllegalArgumentException("no file of a snom phone: " + file);
                };
        return new Document(MEDIA_TYPE, Bytes.of(xml.getBytes(StandardCharsets.UTF_8)), sheet.warnings());
    }

    private static String container(DocumentOrder order) {
        return new XmlWriter()
                .open("setting-files", Map.of())
                .leaf("file", Map.of("url", order.address(SETTINGS)), "")
                .close()
                .document();
    }
}
