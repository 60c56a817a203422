package dev.slipway.base.wire.wap.ota;

import dev.slipway.base.wire.wap.DocumentText;
import dev.slipway.base.wire.wap.Parm;
import dev.slipway.base.wire.xml.XmlElement;
import dev.slipway.base.wire.xml.XmlMalformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@code CHARACTERISTIC-LIST}. */
public record OtaSettings(List<Section> sections) {
    /** The element that such a text begins with. */
    public static final String ROOT = "CHARACTERISTIC-LIST";

    private static final String BOOKMARK = "BOOKMARK";

    public OtaSettings {
        sections = List.copyOf(sections);
    }

    /**
     * A {@code CHARACTERISTIC}.
     *
     * @param value of its own, which some types have instead of parms
     */
    public record Section(String type, Optional<String> value, List<Parm> parms) {
        public Section {
            parms = List.copyOf(parms);
        }
    }

    /** Phones take bookmarks by another media type, and nothing else with it. */
    public String mediaType() {
        boolean bookmarks = sections.stream().allMatch(section -> section.type().equals(BOOKMARK));
        return bookmarks ? "application/x-wap-prov.browser-bookmarks" : "application/x-wap-prov.browser-settings";
    }

    /** The settings of a text. */
    public static OtaSettings read(String text) throws XmlMalformed {
        return of(DocumentText.root(text));
    }

    /** The settings that this element is. */
    public static OtaSettings of(XmlElement root) throws XmlMalformed {
        if (!root.name().equals(ROOT) || root.children().isEmpty()) {
            throw new XmlMalformed(root.line(), "here belongs a \"%s\" that holds something".formatted(ROOT));
        }
        List<Section> sections = new ArrayList<>();
        for (XmlElement child : root.children()) {
            check(child, "CHARACTERISTIC");
            sections.add(section(child));
        }
        return new OtaSettings(sections);
    }

    private static Section section(XmlElement element) throws XmlMalformed {
        List<Parm> parms = new ArrayList<>();
        for (XmlElement child : element.children()) {
            check(child, "PARM");
            parms.add(new Parm(required(child, "NAME"), value(child.attributes())));
        }
        return new Section(required(element, "TYPE"), value(element.attributes()), parms);
    }

    private static Optional<String> value(Map<String, String> attributes) {
        return Optional.ofNullable(attributes.get("VALUE"));
    }

    private static String required(XmlElement element, String attribute) throws XmlMalformed {
        String value = element.attributes().getOrDefault(attribute, "");
        if (value.isEmpty()) {
            throw new XmlMalformed(
                    element.line(), "a %s needs the attribute \"%s\"".formatted(element.name(), attribute));
        }
        return value;
    }

    private static void check(XmlElement element, String name) throws XmlMalformed {
        if (!element.name().equals(name)) {
            throw new XmlMalformed(
                    element.line(), "here belongs a \"%s\", not a \"%s\"".formatted(name, element.name()));
        }
    }
}
