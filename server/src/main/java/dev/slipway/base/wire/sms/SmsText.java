package dev.slipway.base.wire.sms;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text as short messages carry it.
 *
 * @param units septets or 16-bit units of the whole text
 * @param parts the text of each message, in order; at least one
 */
public record SmsText(Alphabet alphabet, int units, List<String> parts) {
    public SmsText {
        parts = List.copyOf(parts);
    }

    /** What a text is written in; a single character outside of GSM 7 makes the whole text UCS-2. */
    public enum Alphabet {
        /** 140 octets hold 160 septets; a header of 6 octets leaves 153. */
        GSM_7(160, 153),
        /** 140 octets hold 70 units; a header of 6 octets leaves 67. */
        UCS_2(70, 67);

        private final int alone;
        private final int parted;

        Alphabet(int alone, int parted) {
            this.alone = alone;
            this.parted = parted;
        }

        /** Units that a message holds when it is the only one. */
        public int alone() {
            return alone;
        }

        /** Units that a message holds when it is one of several. */
        public int parted() {
            return parted;
        }

        private int units(String character) {
            return this == GSM_7 ? Gsm7.septets(character.charAt(0)) : character.length();
        }
    }

    /** Parts {@code text}; neither an escaped character nor a surrogate pair is torn, as phones expect it. */
    public static SmsText of(String text) {
        Alphabet alphabet = foreign(text).isEmpty() ? Alphabet.GSM_7 : Alphabet.UCS_2;
        List<String> characters = characters(text);
        int units = characters.stream().mapToInt(alphabet::units).sum();
        return new SmsText(alphabet, units, units <= alphabet.alone() ? List.of(text) : parts(characters, alphabet));
    }

    /** The characters that make {@code text} UCS-2, each once, in order: what a person looks for to save messages. */
    public static String foreign(String text) {
        return characters(text).stream()
                .filter(character -> character.length() > 1 || Gsm7.septets(character.charAt(0)) == 0)
                .distinct()
                .collect(Collectors.joining());
    }

    private static List<String> parts(List<String> characters, Alphabet alphabet) {
        List<String> parts = new ArrayList<>();
        var part = new StringBuilder();
        int used = 0;
        for (String character : characters) {
            int units = alphabet.units(character);
            if (used + units > alphabet.parted()) {
                parts.add(part.toString());
                part.setLength(0);
                used = 0;
            }
            part.append(character);
            used += units;
        }
        parts.add(part.toString());
        return parts;
    }

    private static List<String> characters(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }
}
