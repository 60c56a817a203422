package dev.slipway.admin.act;

import dev.slipway.base.fleet.Refusal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How texts that people type must look; each refuses with a code and a sentence of its own. */
public enum Shape {
    LOGIN("[\\p{L}\\p{N}._@+-]{1,64}", "input.login", "A login has 1 to 64 letters, digits and . _ - @ +"),
    /** Of a group, profile, device and the like: anything that is seen. */
    NAME(
            "(?=\\S)[^\\p{Cntrl}]{1,100}(?<=\\S)",
            "input.name",
            "A name has 1 to 100 characters and no space at its ends"),
    /** A line of prose; may be empty. */
    TEXT("[^\\p{Cntrl}]{0,400}", "input.text", "A text has at most 400 characters and no line breaks"),
    /** Of an application: it becomes part of paths and keys. */
    SLUG("[a-z0-9](-?[a-z0-9]){0,62}", "input.slug", "An application's name has 1 to 63 a-z, 0-9 and single hyphens"),
    VERSION(
            "[0-9A-Za-z][0-9A-Za-z.+~_-]{0,63}",
            "input.version",
            "A version has 1 to 64 letters, digits and . + ~ _ -"),
    /** Local part and domain (RFC 5321, sections 4.1.2 and 4.5.3), without quoted forms. */
    EMAIL(
            "[^\\s@\\p{Cntrl}\"<>]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?",
            "input.email",
            "An e-mail address reads name@example.com"),
    /** Of an account. */
    ADDRESS(
            "[^\\s\\p{Cntrl}]{1,255}",
            "input.address",
            "An account's address has 1 to 255 characters without spaces, such as alice@example.com"),
    /** ITU-T E.164, with the plus sign; spaces and hyphens of people are left out. */
    PHONE("\\+[1-9][0-9]{6,14}", "input.phone", "A phone number reads +41441234567: plus, country, 7 to 15 digits") {
        @Override
        String normal(String text) {
            return text.replaceAll("[ ()./-]", "");
        }
    },
    /** Language, script, region and variants (RFC 5646, section 2.1). */
    LOCALE("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}", "input.locale", "A locale is a language tag such as de-CH"),
    /** Twelve hex digits in lower case once separators are gone. */
    MAC("[0-9a-f]{12}", "input.mac", "A MAC address has 12 hex digits, such as 00:04:13:aa:bb:cc") {
        @Override
        String normal(String text) {
            return text.replaceAll("[:. -]", "").toLowerCase(Locale.ROOT);
        }
    },
    /** Digits only (3GPP TS 23.003, section 2.2). */
    IMSI("[0-9]{14,15}", "input.imsi", "An IMSI has 14 or 15 digits"),
    /** ITU-T E.118: at most 19 digits and a check digit. */
    ICCID("[0-9]{18,20}", "input.iccid", "An ICCID has 18 to 20 digits"),
    /** Of an identifier, a service, a role, a platform, a target. */
    WORD("[a-z0-9][a-z0-9._-]{0,63}", "input.word", "This takes 1 to 64 a-z, 0-9 and . _ -"),
    /** A name of the Internet (RFC 1123, section 2.1) or an address. */
    HOST(
            "[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\\[?[0-9A-Fa-f:.]{2,45}\\]?",
            "input.host",
            "A host is a name such as sip.example.com, or an IP address");

    private final Pattern pattern;
    private final String code;
    private final String sentence;

    Shape(String pattern, String code, String sentence) {
        this.pattern = Pattern.compile(pattern);
        this.code = code;
        this.sentence = sentence;
    }

    /** The text as it is kept; refuses with this shape's code what does not look so. */
    public String check(String text) {
        String kept = normal(text);
        if (!pattern.matcher(kept).matches()) {
            throw new Refusal(code, sentence + "; \"" + excerpt(text) + "\" is none.");
        }
        return kept;
    }

    /** The text as it is kept; empty stays empty. */
    public String checkUnlessEmpty(Optional<String> text) {
        return text.filter(given -> !given.isEmpty()).map(this::check).orElse("");
    }

    String normal(String text) {
        return text.strip();
    }

    private static String excerpt(String text) {
        String seen = text.replaceAll("\\p{Cntrl}", " ");
        return seen.length() <= 40 ? seen : seen.substring(0, 40) + "...";
    }
}
