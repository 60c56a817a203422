package dev.slipway.base.wire.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * Writes one document, an element a line, two blanks deeper at each level. The same calls give the same text.
 *
 * <p>What cannot be XML is an {@link IllegalArgumentException}: ask {@link XmlText} before.
 */
public final class XmlWriter {
    private static final String DEFAULT_NAMESPACE = "xmlns";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

    private final StringBuilder xml = new StringBuilder(1024).append(HEAD);
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins an element that holds others. */
    public XmlWriter open(String name, Map<String, String> attributes) {
        start(name, attributes);
        xml.append(">\n");
        open.push(name);
        return this;
    }

    /** An element that holds a text, which may be empty; white space in it is kept. */
    public XmlWriter leaf(String name, Map<String, String> attributes, String text) {
        start(name, attributes);
        if (text.isEmpty()) {
            xml.append("/>\n");
        } else {
            xml.append('>')
                    .append(XmlText.escaped(text))
                    .append("</")
                    .append(name)
                    .append(">\n");
        }
        return this;
    }

    /** Ends the element begun last. */
    public XmlWriter close() {
        String name = open.pop();
        indent();
        xml.append("</").append(name).append(">\n");
        return this;
    }

    /** The document; every element must be closed. */
    public String document() {
        if (!open.isEmpty()) {
            throw new IllegalStateException(open.peek() + " is still open");
        }
        return xml.toString();
    }

    private void start(String name, Map<String, String> attributes) {
        indent();
        xml.append('<').append(checked(name));
        attributes.forEach((key, value) -> xml.append(' ')
                .append(key.equals(DEFAULT_NAMESPACE) ? key : checked(key))
                .append("=\"")
                .append(XmlText.escaped(value))
                .append('"'));
    }

    private void indent() {
        xml.append("  ".repeat(open.size()));
    }

    private static String checked(String name) {
        if (!XmlText.isName(name)) {
            throw new IllegalArgumentException("no name of an element or attribute: " + name);
        }
        return name;
    }
}
