package dev.slipway.base.wire.html;

import java.util.List;

/**
 * A piece of markup. It comes from {@link #text} and {@link Tag} only, so whatever is inside was escaped.
 */
public final class Html {
    private static final String DOCTYPE = "<!doctype html>\n";

    private final String markup;

    Html(String markup) {
        this.markup = markup;
    }

    /** The text, escaped. */
    public static Html text(String text) {
        return new Html(escaped(text));
    }

    /** One after the other. */
    public static Html all(List<Html> parts) {
        var all = new StringBuilder(
                parts.stream().mapToInt(part -> part.markup.length()).sum());
        parts.forEach(part -> all.append(part.markup));
        return new Html(all.toString());
    }

    /** A script of the house by its address, run when the page is read; text never becomes one. */
    public static Html script(String address) {
        return new Html("<script src=\"" + escaped(address) + "\" defer></script>");
    }

    /** A whole page. */
    public static String page(Tag root, Html head, Html body) {
        return DOCTYPE + root.of(head, body) + "\n";
    }

    /** The markup itself. */
    @Override
    public String toString() {
        return markup;
    }

    /** How many characters stand before the first that must be escaped. */
    private static int clean(String text) {
        int i = 0;
        while (i < text.length() && "&<>\"'".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    /** Safe in text and in a quoted attribute. */
    static String escaped(String text) {
        int clean = clean(text);
        if (clean == text.length()) {
            return text;
        }
        var safe = new StringBuilder(text.length() + 16).append(text, 0, clean);
        for (int i = clean; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
