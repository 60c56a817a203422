package dev.slipway.base.wire.wap;

import dev.slipway.base.wire.xml.XmlElement;
import dev.slipway.base.wire.xml.XmlMalformed;
import dev.slipway.base.wire.xml.XmlReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document as a text of somebody. Its document type may be named, as the specifications have it, and is not looked
 * at: a declaration with anything inside is refused, so there is no entity.
 */
public final class DocumentText {
    private static final String MARK = "\uFEFF";

    /** Where a document type is looked for, in characters: behind more than this it is refused. */
    private static final int HEAD_LENGTH_MAX = 2_000;

    /** XML declaration, comments and white space, then a document type that says what it is and where it stands. */
    private static final Pattern NAMED_TYPE = Pattern.compile("(?s)\\A((?:<\\?xml\\s[^>]*\\?>|<!--.*?-->|\\s++)*+)"
            + "(<!DOCTYPE\\s+[\\w.-]+\\s*(?:(?:PUBLIC\\s+\"[^\"<>]*\"|SYSTEM)(?:\\s+\"[^\"<>]*\")?\\s*)?>)");

    private DocumentText() {}

    /** Its outermost element; a byte order mark at the front of the text means nothing. */
    public static XmlElement root(String text) throws XmlMalformed {
        return XmlReader.read(withoutType(text.startsWith(MARK) ? text.substring(1) : text));
    }

    /** Blanks in its place keep the lines; {@link XmlReader} refuses any other. */
    private static String withoutType(String text) {
        Matcher named = NAMED_TYPE.matcher(text.substring(0, Math.min(text.length(), HEAD_LENGTH_MAX)));
        return named.find()
                ? named.group(1) + named.group(2).replaceAll("\\S", " ") + text.substring(named.end())
                : text;
    }
}
