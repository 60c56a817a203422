package dev.slipway.base.wire.sms;

import java.io.ByteArrayOutputStream;

/** The default alphabet of 7 bits and its extension (3GPP TS 23.038, sections 6.2.1 and 6.2.1.1). */
public final class Gsm7 {
    /** Leads to the extension table; as a character of its own it means nothing. */
    private static final char ESCAPE = '\u001b';

    /** The character of each code, in order. */
    private static final String TABLE = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ" + ESCAPE + "ÆæßÉ"
            + " !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final String EXTENSION = "\f^{}\\[~]|€";
    private static final byte[] EXTENSION_CODES = {0x0a, 0x14, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x40, 0x65};

    private Gsm7() {}

    /** How many septets {@code character} takes: 1, 2 for those of the extension, 0 for what the alphabet lacks. */
    static int septets(char character) {
        if (EXTENSION.indexOf(character) >= 0) {
            return 2;
        }
        return character != ESCAPE && TABLE.indexOf(character) >= 0 ? 1 : 0;
    }

    /**
     * The codes of {@code text}, one octet each, as SMPP carries them.
     *
     * @throws IllegalArgumentException a character is not in the alphabet
     */
    public static byte[] unpacked(String text) {
        var codes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (septets(character)) {
                case 1 -> codes.write(TABLE.indexOf(character));
                case 2 -> {
                    codes.write(ESCAPE);
                    codes.write(EXTENSION_CODES[EXTENSION.indexOf(character)]);
                }
                default -> throw new IllegalArgumentException("the alphabet of 7 bits lacks the character " + i);
            }
        }
        return codes.toByteArray();
    }
}
