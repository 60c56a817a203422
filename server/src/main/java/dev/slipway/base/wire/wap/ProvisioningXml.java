package dev.slipway.base.wire.wap;

import dev.slipway.base.wire.xml.XmlElement;
import dev.slipway.base.wire.xml.XmlMalformed;
import dev.slipway.base.wire.xml.XmlWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The text form, {@code text/vnd.wap.connectivity-xml}. */
public final class ProvisioningXml {
    private static final String ROOT = "wap-provisioningdoc";
    private static final String CHARACTERISTIC = "characteristic";
    private static final String PARM = "parm";
    private static final String TYPE = "type";
    private static final String NAME = "name";
    private static final String VALUE = "value";
    private static final String VERSION = "version";

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    private static final String DOCTYPE = "<!DOCTYPE wap-provisioningdoc PUBLIC \"-//WAPFORUM//DTD PROV 1.0//EN\""
            + " \"http://www.wapforum.org/DTD/prov.dtd\">\n";

    private final List<Integer> lines = new ArrayList<>();

    private ProvisioningXml() {}

    /** The document of a text. */
    public static Located read(String text) throws XmlMalformed {
        return of(DocumentText.root(text));
    }

    /** The document that this element is. */
    public static Located of(XmlElement root) throws XmlMalformed {
        var reader = new ProvisioningXml();
        ProvisioningDocument document = reader.document(root);
        return new Located(document, reader.lines);
    }

    private ProvisioningDocument document(XmlElement root) throws XmlMalformed {
        check(root, ROOT, Set.of(VERSION));
        List<Characteristic> characteristics = new ArrayList<>();
        for (XmlElement child : root.children()) {
            check(child, CHARACTERISTIC, Set.of(TYPE));
            characteristics.add(characteristic(child));
        }
        return new ProvisioningDocument(Optional.ofNullable(root.attributes().get(VERSION)), characteristics);
    }

    private Characteristic characteristic(XmlElement element) throws XmlMalformed {
        String type = required(element, TYPE);
        List<Item> content = new ArrayList<>();
        for (XmlElement child : element.children()) {
            if (child.name().equals(PARM)) {
                check(child, PARM, Set.of(NAME, VALUE));
                content.add(parm(child));
            } else {
                check(child, CHARACTERISTIC, Set.of(TYPE));
                content.add(characteristic(child));
            }
        }
        return new Characteristic(type, content);
    }

    private Parm parm(XmlElement element) throws XmlMalformed {
        if (!element.children().isEmpty()) {
            throw new XmlMalformed(element.line(), "a parm holds nothing; end it with \"/>\"");
        }
        return new Parm(
                required(element, NAME),
                Optional.ofNullable(element.attributes().get(VALUE)));
    }

    private String required(XmlElement element, String attribute) throws XmlMalformed {
        String value = element.attributes().getOrDefault(attribute, "");
        if (value.isEmpty()) {
            throw new XmlMalformed(
                    element.line(), "a %s needs the attribute \"%s\"".formatted(element.name(), attribute));
        }
        if (lines.size() == ProvisioningDocument.ITEMS_MAX) {
            throw new XmlMalformed(
                    element.line(), "more than %d items are no document".formatted(ProvisioningDocument.ITEMS_MAX));
        }
        lines.add(element.line());
        return value;
    }

    private static void check(XmlElement element, String name, Set<String> attributes) throws XmlMalformed {
        if (!element.name().equals(name)) {
            throw new XmlMalformed(
                    element.line(), "here belongs a \"%s\", not a \"%s\"".formatted(name, element.name()));
        }
        if (!element.text().isBlank()) {
            throw new XmlMalformed(element.line(), "a %s holds no text".formatted(name));
        }
        for (String attribute : element.attributes().keySet()) {
            if (!attributes.contains(attribute)) {
                throw new XmlMalformed(element.line(), "a %s has no attribute \"%s\"".formatted(name, attribute));
            }
        }
    }

    /** The document as a text with the declaration that old phones and their tools want. */
    public static String write(ProvisioningDocument document) {
        var xml = new XmlWriter();
        Map<String, String> version =
                document.version().map(said -> Map.of(VERSION, said)).orElse(Map.of());
        write(xml, ROOT, version, document.characteristics());
        return HEAD + DOCTYPE + xml.document().substring(HEAD.length());
    }

    private static void write(
            XmlWriter xml, String name, Map<String, String> attributes, List<? extends Item> content) {
        if (content.isEmpty()) {
            xml.leaf(name, attributes, "");
            return;
        }
        xml.open(name, attributes);
        for (Item item : content) {
            switch (item) {
                case Parm parm -> xml.leaf(PARM, attributes(parm), "");
                case Characteristic inner -> write(xml, CHARACTERISTIC, Map.of(TYPE, inner.type()), inner.content());
            }
        }
        xml.close();
    }

    private static Map<String, String> attributes(Parm parm) {
        Map<String, String> attributes = new LinkedHashMap<>(Map.of(NAME, parm.name()));
        parm.value().ifPresent(value -> attributes.put(VALUE, value));
        return attributes;
    }
}
