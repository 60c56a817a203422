package dev.slipway.base.wire.wap.wbxml;

import dev.slipway.base.wire.wap.Characteristic;
import dev.slipway.base.wire.wap.Item;
import dev.slipway.base.wire.wap.Malformed;
import dev.slipway.base.wire.wap.Parm;
import dev.slipway.base.wire.wap.ProvisioningDocument;
import dev.slipway.base.wire.wap.wbxml.Vocabulary.Start;
import dev.slipway.base.wire.wap.wbxml.Vocabulary.Value;
import dev.slipway.base.wire.xml.XmlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what libwbxml, Kannel and the servers of operators write: values behind the token of either page, a switch of
 * page before the name, within the characteristic or not at all, tags with an empty content, Microsoft's identifier.
 */
final class WbxmlReader {
    /** WBXML 1.0 to 1.3; 1.0 wrote its header alike (WAP-192, section 5.4). */
    private static final int VERSION_MAX = 0x03;

    private static final int PROVISIONING = 0x0B;

    /** MSPROV, written {@code A2 0E}: the same tokens on page 0 and 1. */
    private static final int MICROSOFT = 0x110E;

    private static final String PROVISIONING_NAME = "-//WAPFORUM//DTD PROV 1.0//EN";

    /** MIBenum of UTF-8. */
    private static final int UTF_8 = 106;

    private static final int TAG = 0x3F;
    private static final int TAG_PAGE_MAX = 1;

    /** Attribute values have their top bit set, what begins an attribute has not (WAP-192, section 5.8.4). */
    private static final int TOP_BIT = 0x80;

    private final WbxmlSource source;
    private final Vocabulary vocabulary = Vocabulary.PROVISIONING;
    private int tagPage;
    private int attributePage;
    private int items;

    WbxmlReader(byte[] bytes) {
        this.source = new WbxmlSource(bytes);
    }

    ProvisioningDocument document() {
        head();
        int begun = source.at();
        int tag = tag("the document");
        check(begun, tag, Token.DOCUMENT);
        Map<String, String> attributes = attributes(tag, "version");
        List<Characteristic> characteristics = new ArrayList<>();
        for (Item item : content(tag, 1)) {
            if (!(item instanceof Characteristic characteristic)) {
                throw new Malformed(begun, "characteristics in the document", "a parm");
            }
            characteristics.add(characteristic);
        }
        if (!source.isAtEnd()) {
            throw new Malformed(source.at(), "the end", "more");
        }
        return new ProvisioningDocument(Optional.ofNullable(attributes.get("version")), characteristics);
    }

    private void head() {
        int version = source.octet("a version of WBXML");
        if (version > VERSION_MAX) {
            throw new Malformed(0, "a version of WBXML, 00 to 03", "%02x".formatted(version));
        }
        int begun = source.at();
        int identifier = source.multibyte("a public identifier");
        int name = identifier == 0 ? source.multibyte("an offset into the string table") : 0;
        int charset = source.multibyte("a character set");
        if (charset != UTF_8) {
            throw new Malformed(begun, "character set 106, UTF-8", Integer.toString(charset));
        }
        source.table();
        boolean ours = identifier == 0
                ? source.entry(name, begun).equals(PROVISIONING_NAME)
                : identifier == PROVISIONING || identifier == MICROSOFT;
        if (!ours) {
            throw new Malformed(begun, "the public identifier of provisioning, 0b", "%x".formatted(identifier));
        }
    }

    private int tag(String expected) {
        int octet = source.octet(expected);
        while (octet == Token.SWITCH_PAGE) {
            int begun = source.at();
            tagPage = source.octet("a page");
            if (tagPage > TAG_PAGE_MAX) {
                throw new Malformed(begun, "page 0 or 1 of the tags", Integer.toString(tagPage));
            }
            octet = source.octet(expected);
        }
        return octet;
    }

    private static void check(int begun, int tag, int expected) {
        if ((tag & TAG) != expected) {
            throw new Malformed(begun, "tag %02x".formatted(expected), "%02x".formatted(tag));
        }
    }

    /** What a tag holds: nothing without the bit that says so. */
    private List<Item> content(int parent, int depth) {
        List<Item> content = new ArrayList<>();
        if ((parent & Token.WITH_CONTENT) == 0) {
            return content;
        }
        while (true) {
            int begun = source.at();
            int tag = tag("a tag or the end of a content");
            if (tag == Token.END) {
                return content;
            }
            if (tag == Token.STR_I || tag == Token.STR_T) {
                blank(begun, tag == Token.STR_I ? source.inline() : source.reference());
            } else {
                content.add(item(begun, tag, depth));
            }
        }
    }

    /** White space between tags is kept by {@code xml2wbxml -k}. */
    private static void blank(int begun, String text) {
        if (!text.isBlank()) {
            throw new Malformed(begun, "no text between tags", text.strip());
        }
    }

    private Item item(int begun, int tag, int depth) {
        if (++items > ProvisioningDocument.ITEMS_MAX) {
            throw new Malformed(begun, "at most %d items".formatted(ProvisioningDocument.ITEMS_MAX), "more");
        }
        if ((tag & TAG) == Token.PARM) {
            Map<String, String> attributes = attributes(tag, "name", "value");
            if (!content(tag & Token.WITH_CONTENT, depth).isEmpty()) {
                throw new Malformed(begun, "a parm that holds nothing", "content");
            }
            return new Parm(required(begun, attributes, "name"), Optional.ofNullable(attributes.get("value")));
        }
        check(begun, tag, Token.CHARACTERISTIC);
        if (depth > ProvisioningDocument.DEPTH_MAX) {
            throw new Malformed(
                    begun, "at most %d in one another".formatted(ProvisioningDocument.DEPTH_MAX), "one more");
        }
        String type = required(begun, attributes(tag, "type"), "type");
        return new Characteristic(type, content(tag, depth + 1));
    }

    private static String required(int begun, Map<String, String> attributes, String name) {
        String value = attributes.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new Malformed(begun, "the attribute " + name, "none");
        }
        return value;
    }

    private Map<String, String> attributes(int tag, String... allowed) {
        Map<String, String> attributes = new HashMap<>();
        if ((tag & Token.WITH_ATTRIBUTES) == 0) {
            return attributes;
        }
        while (true) {
            int begun = source.at();
            int octet = source.octet("an attribute or their end");
            if (octet == Token.END) {
                return attributes;
            }
            if (octet == Token.SWITCH_PAGE) {
                attributePage = source.octet("a page");
                continue;
            }
            Start start = vocabulary.startAt(attributePage, octet).orElseThrow(() -> unknown(begun, octet));
            if (!List.of(allowed).contains(start.attribute())) {
                throw new Malformed(begun, "the attribute " + String.join(" or ", allowed), start.attribute());
            }
            if (attributes.put(start.attribute(), value(start)) != null) {
                throw new Malformed(begun, "each attribute once", start.attribute() + " again");
            }
        }
    }

    private String value(Start start) {
        String first = start.text();
        StringBuilder more = new StringBuilder(first);
        while (true) {
            int begun = source.at();
            int octet = source.peek("a value or the end of the attributes");
            if (octet == Token.SWITCH_PAGE) {
                source.octet("a switch");
                attributePage = source.octet("a page");
            } else if (octet == Token.END || (octet < TOP_BIT && octet != Token.STR_I && octet != Token.ENTITY)) {
                return more.toString();
            } else {
                source.octet("a value");
                more.append(part(begun, octet));
            }
        }
    }

    private String part(int begun, int octet) {
        return switch (octet) {
            case Token.STR_I -> source.inline();
            case Token.STR_T -> source.reference();
            case Token.ENTITY -> character(begun);
            default ->
                source.limited(
                        vocabulary
                                .valueAt(attributePage, octet)
                                .map(Value::text)
                                .orElseThrow(() -> unknown(begun, octet)),
                        begun);
        };
    }

    private String character(int begun) {
        int character = source.multibyte("a character");
        if (!Character.isValidCodePoint(character) || !XmlText.isWritable(Character.toString(character))) {
            throw new Malformed(begun, "a character that XML has", Integer.toString(character));
        }
        return Character.toString(character);
    }

    private Malformed unknown(int begun, int octet) {
        return new Malformed(
                begun, "a token of provisioning documents", "%02x on page %d".formatted(octet, attributePage));
    }
}
