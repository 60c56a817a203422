package dev.slipway.door.phone.snom;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.wire.xml.XmlWriter;
import dev.slipway.core.settings.catalog.NativeKeys;
import dev.slipway.core.settings.document.Document;
import dev.slipway.core.settings.document.DocumentOrder;
import dev.slipway.core.settings.document.DocumentRenderer;
import dev.slipway.door.phone.keys.KeyTable;
import dev.slipway.door.phone.keys.Sheet;
import dev.slipway.door.phone.keys.UpdateContent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files of a snom phone (snom wiki, "Setting files"): the container names those that it shall read, in order;
 * where its firmware is stands in the settings and never in the container.
 */
public final class SnomSettings implements DocumentRenderer {
    static final String SETTINGS = "settings.xml";
    static final String FIRMWARE = "firmware.xml";
    static final String CONTAINER = "setting-files.xml";
    static final String PHONE_BOOK = "phone-book.xml";
    static final String CERTIFICATES = "certificates.xml";

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
        return List.of(SETTINGS, CERTIFICATES, PHONE_BOOK, FIRMWARE, CONTAINER);
    }

    @Override
    public String entry() {
        return CONTAINER;
    }

    @Override
    public boolean listsContacts(String file) {
        return file.equals(PHONE_BOOK);
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
        return switch (file) {
            case SETTINGS -> document(SnomFile.of(sheet, order).xml(), sheet.warnings());
            case CERTIFICATES -> document(SnomCertificates.of(sheet, order).xml(), List.of());
            case PHONE_BOOK -> phoneBook(SnomPhoneBook.of(sheet, order));
            case FIRMWARE -> document(SnomFirmware.of(sheet, order).xml(), List.of());
            case CONTAINER -> document(container(sheet, order), List.of());
            default -> throw new IllegalArgumentException("no file of a snom phone: " + file);
        };
    }

    private static Document phoneBook(SnomPhoneBook book) {
        return document(book.xml(), book.warnings());
    }

    private static Document document(String xml, List<String> warnings) {
        return new Document(MEDIA_TYPE, Bytes.of(xml.getBytes(StandardCharsets.UTF_8)), warnings);
    }

    /** Certificates come first: what the settings name may be trusted by them. */
    private static String container(Sheet sheet, DocumentOrder order) {
        List<String> files = new ArrayList<>(List.of(SETTINGS));
        if (UpdateContent.of(order).hasSettings()) {
            if (!SnomCertificates.of(sheet, order).isEmpty()) {
                files.addFirst(CERTIFICATES);
            }
            if (SnomPhoneBook.isWished(sheet, order)) {
                files.addLast(PHONE_BOOK);
            }
        }
        var xml = new XmlWriter().open("setting-files", Map.of());
        files.forEach(file -> xml.leaf("file", Map.of("url", order.address(file)), ""));
        return xml.close().document();
    }
}
