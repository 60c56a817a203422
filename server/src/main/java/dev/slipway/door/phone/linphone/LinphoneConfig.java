package dev.slipway.door.phone.linphone;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.base.wire.xml.XmlText;
import dev.slipway.base.wire.xml.XmlWriter;
import dev.slipway.core.settings.catalog.NativeKeys;
import dev.slipway.core.settings.document.Document;
import dev.slipway.core.settings.document.DocumentOrder;
import dev.slipway.core.settings.document.DocumentRenderer;
import dev.slipway.door.phone.keys.KeyTable;
import dev.slipway.door.phone.keys.Sheet;
import dev.slipway.door.phone.keys.Written;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The one file of a Linphone. It names its own address in it, so that a one-time address leads to a lasting one. */
public final class LinphoneConfig implements DocumentRenderer {
    private static final String FILE = "linphone.xml";
    private static final String NAMESPACE = "http://www.linphone.org/xsds/lpconfig.xsd";
    private static final KeyTable TABLE = KeyTable.read("linphone", "/dev/slipway/door/phone/linphone/keys.tsv");

    @Override
    public String format() {
        return "linphone-config";
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
        return "application/xml";
    }

    @Override
    public Document render(String file, DocumentOrder order) {
        Sheet sheet = Sheet.of(TABLE, order.settings());
        SortedMap<String, Written> entries = new TreeMap<>();
        entries.put("misc.config-uri", Written.locked(order.address(FILE)));
        entries.put("sip.default_proxy", Written.locked(sheet.accounts().isEmpty() ? "-1" : "0"));
        entries.putAll(LinphoneAccounts.of(sheet.accounts(), order.positions()));
        entries.putAll(sheet.device());
        byte[] xml = xml(entries).getBytes(StandardCharsets.UTF_8);
        return new Document(
                "application/xml", Bytes.of(xml), sheet.withoutLocks("Linphone").warnings());
    }

    private static String xml(SortedMap<String, Written> entries) {
        SortedMap<String, Map<String, Written>> sections = new TreeMap<>();
        entries.forEach((key, written) -> {
            int dot = key.indexOf('.');
            require(dot > 0 && dot < key.length() - 1 && XmlText.isWritable(key), key, "write linphone.SECTION.NAME");
            require(isText(written.value()), key, "remove line ends and control characters from its value");
            sections.computeIfAbsent(key.substring(0, dot), none -> new TreeMap<>())
                    .put(key.substring(dot + 1), written);
        });
        var xml = new XmlWriter().open("config", Map.of("xmlns", NAMESPACE));
        sections.forEach((name, section) -> {
            xml.open("section", Map.of("name", name));
            section.forEach((key, written) -> xml.leaf("entry", entry(key, written.ownership()), written.value()));
            xml.close();
        });
        return xml.close().document();
    }

    /** Without {@code overwrite} an entry counts only where there is none (lpconfig.xsd, default false). */
    private static Map<String, String> entry(String name, Ownership ownership) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("name", name);
        attributes.put("overwrite", Boolean.toString(ownership != Ownership.INITIAL));
        return attributes;
    }

    private static boolean isText(String value) {
        return XmlText.isWritable(value) && value.chars().noneMatch(Character::isISOControl);
    }

    private static void require(boolean right, String key, String what) {
        if (!right) {
            throw new Refusal("document.not-writable", "linphone." + key + " cannot be written: " + what + ".");
        }
    }
}
