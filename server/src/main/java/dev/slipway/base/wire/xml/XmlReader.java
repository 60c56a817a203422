package dev.slipway.base.wire.xml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a document as a tree of bounded size. A document type is refused, so nothing outside of the text is ever read
 * and nothing in it grows.
 */
public final class XmlReader {
    /** Longest text in characters. */
    public static final int TEXT_LENGTH_MAX = 1 << 20;

    /** Elements inside of one another. */
    public static final int DEPTH_MAX = 16;

    /** Elements altogether. */
    public static final int ELEMENTS_MAX = 20_000;

    /** Attributes of one element. */
    public static final int ATTRIBUTES_MAX = 32;

    private final XMLStreamReader events;
    private int elements;

    private XmlReader(XMLStreamReader events) {
        this.events = events;
    }

    /** The outermost element. */
    public static XmlElement read(String text) throws XmlMalformed {
        if (text.length() > TEXT_LENGTH_MAX) {
            throw new XmlMalformed(1, "the file has more than " + TEXT_LENGTH_MAX + " characters");
        }
        try {
            return new XmlReader(factory().createXMLStreamReader(new StringReader(text))).document();
        } catch (XMLStreamException broken) {
            var place = broken.getLocation();
            throw new XmlMalformed(place == null ? 1 : Math.max(1, place.getLineNumber()), "here the XML is broken");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private XmlElement document() throws XMLStreamException, XmlMalformed {
        int event = events.next();
        while (event != XMLStreamConstants.START_ELEMENT) {
            refuseDocumentType(event);
            event = events.next();
        }
        XmlElement root = element(1);
        while (events.hasNext()) {
            events.next();
        }
        return root;
    }

    private XmlElement element(int depth) throws XMLStreamException, XmlMalformed {
        int line = events.getLocation().getLineNumber();
        if (depth > DEPTH_MAX || ++elements > ELEMENTS_MAX || events.getAttributeCount() > ATTRIBUTES_MAX) {
            throw new XmlMalformed(
                    line,
                    "more than %d elements, %d in one another or %d attributes"
                            .formatted(ELEMENTS_MAX, DEPTH_MAX, ATTRIBUTES_MAX));
        }
        String name = events.getLocalName();
        Map<String, String> attributes = attributes();
        var text = new StringBuilder();
        List<XmlElement> children = new ArrayList<>();
        int event = events.next();
        while (event != XMLStreamConstants.END_ELEMENT) {
            refuseDocumentType(event);
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(element(depth + 1));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.SPACE) {
                text.append(events.getText());
            }
            event = events.next();
        }
        return new XmlElement(line, name, attributes, text.toString(), children);
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        for (int index = 0; index < events.getAttributeCount(); index++) {
            attributes.put(events.getAttributeLocalName(index), events.getAttributeValue(index));
        }
        return attributes;
    }

    private void refuseDocumentType(int event) throws XmlMalformed {
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XmlMalformed(events.getLocation().getLineNumber(), "a document type or an entity is not read");
        }
    }
}
