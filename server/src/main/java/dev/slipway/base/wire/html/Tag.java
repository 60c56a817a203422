package dev.slipway.base.wire.html;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The start of an element: its name and attributes, until it is given its content.
 */
public final class Tag {
    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*:.*");

    /** Browsers skip these when they look for the scheme (URL Standard, section 4.4). */
    private static final Pattern SKIPPED = Pattern.compile("[\\p{Cntrl}\\s]+");

    /** Their content is no text: nothing here writes it. */
    private static final Set<String> REFUSED = Set.of("script", "style");

    /** Schemes in front of an https address by which a client takes it from a browser. */
    private static final Set<String> CLIENTS = Set.of("linphone-config:https://", "linphone-config:http://");

    private final String name;
    private final String opening;

    private Tag(String name, String opening) {
        this.name = name;
        this.opening = opening;
    }

    /** An element of this name without attributes. */
    public static Tag tag(String name) {
        if (!isName(name) || REFUSED.contains(name)) {
            throw new IllegalArgumentException("no element for text: " + name);
        }
        return new Tag(name, "<" + name);
    }

    /**
     * The same with one more attribute.
     *
     * @throws IllegalArgumentException for a handler of scripts, and for an address that is neither http, https, one
     * of these in front of which a client's scheme stands, a part of the same mail (RFC 2392) nor relative
     */
    public Tag with(String attribute, String value) {
        if (!isName(attribute) || attribute.startsWith("on") || attribute.equals("style")) {
            throw new IllegalArgumentException("no attribute for text: " + attribute);
        }
        if ((attribute.equals("href") || attribute.equals("src")) && !leadsSomewhereSafe(value)) {
            throw new IllegalArgumentException("no address to link to: " + value);
        }
        return new Tag(name, opening + " " + attribute + "=\"" + Html.escaped(value) + "\"");
    }

    /** The element around this text. */
    public Html of(String text) {
        return of(Html.text(text));
    }

    /** The element around these parts. */
    public Html of(Html... parts) {
        return of(List.of(parts));
    }

    /** The element around these parts. */
    public Html of(List<Html> parts) {
        return new Html(opening + ">" + Html.all(parts) + "</" + name + ">");
    }

    /** The element without content and without an end, such as {@code meta}. */
    public Html alone() {
        return new Html(opening + ">");
    }

    /** A letter, then letters, digits and hyphens. */
    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '-'))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean leadsSomewhereSafe(String address) {
        if (address.startsWith("https://") || address.startsWith("http://")) {
            return true;
        }
        String lower = SKIPPED.matcher(address).replaceAll("").toLowerCase(Locale.ROOT);
        return lower.startsWith("https://")
                || lower.startsWith("http://")
                || lower.startsWith("cid:")
                || CLIENTS.stream().anyMatch(lower::startsWith)
                || !SCHEME.matcher(lower).matches();
    }
}
