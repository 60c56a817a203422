package dev.slipway.door.phone.apple;

import dev.slipway.base.wire.xml.XmlWriter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Property lists in XML ({@code PropertyList-1.0.dtd}): maps, lists, texts, whole numbers, booleans, bytes. */
final class PropertyList {
    private static final String DOCTYPE = "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\""
            + " \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n";

    private PropertyList() {}

    /** The document; keys in alphabetical order. */
    static String of(Map<String, Object> root) {
        var xml = new XmlWriter().open("plist", Map.of("version", "1.0"));
        write(xml, root);
        String document = xml.close().document();
        int head = document.indexOf('\n') + 1;
        return document.substring(0, head) + DOCTYPE + document.substring(head);
    }

    private static void write(XmlWriter xml, Object value) {
        switch (value) {
            case Map<?, ?> map -> {
                xml.open("dict", Map.of());
                new TreeMap<>(map).forEach((key, each) -> {
                    xml.leaf("key", Map.of(), key.toString());
                    write(xml, each);
                });
                xml.close();
            }
            case List<?> list -> {
                xml.open("array", Map.of());
                list.forEach(each -> write(xml, each));
                xml.close();
            }
            case Boolean truth -> xml.leaf(truth.toString(), Map.of(), "");
            case Integer number -> xml.leaf("integer", Map.of(), number.toString());
            case byte[] bytes -> xml.leaf("data", Map.of(), Base64.getEncoder().encodeToString(bytes));
            default -> xml.leaf("string", Map.of(), value.toString());
        }
    }
}
