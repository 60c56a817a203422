package dev.slipway.base.wire.xml;

import java.util.List;
import java.util.Map;

/**
 * An element that was read.
 *
 * @param line of its start, 1 for the first
 * @param name local, without prefix
 * @param text of its own, without that of its children
 */
public record XmlElement(
        int line, String name, Map<String, String> attributes, String text, List<XmlElement> children) {
    public XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }
}
