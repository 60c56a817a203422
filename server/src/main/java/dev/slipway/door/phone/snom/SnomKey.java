package dev.slipway.door.phone.snom;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.wire.xml.XmlText;
import dev.slipway.door.phone.keys.Sheet;
import dev.slipway.door.phone.keys.Written;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of a snom phone as administrators write it: {@code NAME}, {@code NAME[INDEX]} for what stands in {@code idx},
 * and
 * {@code NAME[INDEX].PART} for function keys and the phone book, such as {@code fkey[0].label}.
 *
 * @param index -1 when there is none
 * @param part empty when there is none
 */
record SnomKey(String name, int index, String part) implements Comparable<SnomKey> {
    /** Takes effect only when it stands first (as wazo's templates say). */
    private static final String FIRST = "auto_reboot_on_setting_change";

    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9_.-]+)(?:\\[([0-9]{1,4})])?(?:(?<=])\\.([a-z_]+))?");
    private static final int NO_INDEX = -1;

    private static final Comparator<SnomKey> ORDER = Comparator.<SnomKey, Boolean>comparing(
                    key -> !key.name.equals(FIRST))
            .thenComparing(SnomKey::name)
            .thenComparingInt(SnomKey::index)
            .thenComparing(SnomKey::part);

    static SnomKey of(String name) {
        return new SnomKey(name, NO_INDEX, "");
    }

    static SnomKey of(String name, int index) {
        return new SnomKey(name, index, "");
    }

    /** Reads a key without its namespace; refuses {@code document.not-writable} what no snom phone has. */
    static SnomKey parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || !XmlText.isName(form.group(1))) {
            throw new Refusal(
                    "document.not-writable",
                    "snom." + text + " is no key of a snom phone: write snom.NAME, snom.NAME[INDEX] or, for function"
                            + " keys and the phone book, snom.fkey[INDEX].PART.");
        }
        String index = form.group(2);
        String part = form.group(3);
        return new SnomKey(form.group(1), index == null ? NO_INDEX : Integer.parseInt(index), part == null ? "" : part);
    }

    /** The keys of that name and their values, in order; refuses {@code document.not-writable}. */
    static SortedMap<SnomKey, Written> named(String name, Sheet sheet) {
        SortedMap<SnomKey, Written> named = new TreeMap<>();
        sheet.device().forEach((text, written) -> {
            SnomKey key = parse(text);
            if (key.name.equals(name)) {
                key.requireWritable(written);
                named.put(key, written);
            }
        });
        return named;
    }

    /** Refuses {@code document.not-writable} for a value that would not be read as it stands. */
    void requireWritable(Written written) {
        boolean mayHaveLines = name.equals(SnomCertificates.KEY);
        boolean isText = XmlText.isWritable(written.value())
                && (mayHaveLines || written.value().chars().noneMatch(Character::isISOControl));
        if (!isText) {
            throw new Refusal(
                    "document.not-writable",
                    "The value of snom." + this + " has a character that a snom phone cannot read: remove line ends and"
                            + " control characters.");
        }
    }

    boolean hasIndex() {
        return index != NO_INDEX;
    }

    @Override
    public int compareTo(SnomKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return name + (hasIndex() ? "[" + index + "]" : "") + (part.isEmpty() ? "" : "." + part);
    }
}
