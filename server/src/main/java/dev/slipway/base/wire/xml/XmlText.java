package dev.slipway.base.wire.xml;

import java.util.regex.Pattern;

/** Which texts and names XML 1.0 can carry, and how a text is written. */
public final class XmlText {
    /** The names that need no declaration and no thought; XML 1.0, section 2.3 allows more. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    private XmlText() {}

    /** Whether {@code name} may be an element or attribute: ASCII, without colon. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches() && !name.regionMatches(true, 0, "xml", 0, 3);
    }

    /**
     * Whether every character is one that XML 1.0 has (section 2.2, production Char): no other can be written at all.
     */
    public static boolean isWritable(String text) {
        return text.codePoints().allMatch(XmlText::isChar);
    }

    private static boolean isChar(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= ' ' && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    /**
     * The text as it stands in an element or in a quoted attribute. White space other than blanks is written by number,
     * so that no reader folds it (section 2.11 and 3.3.3).
     */
    static String escaped(String text) {
        if (!isWritable(text)) {
            throw new IllegalArgumentException("the text has a character that XML 1.0 cannot carry");
        }
        var safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\t' -> safe.append("&#9;");
                case '\n' -> safe.append("&#10;");
                case '\r' -> safe.append("&#13;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
