package dev.slipway.base.wire.wap.security;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** The identity of a SIM: ITU-T E.212. Its text form does not show it whole. */
public record Imsi(String digits) {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{6,15}");

    /** First half byte in the file: 1001 for an odd number of digits, 0001 for an even one (3GPP TS 31.102, 4.2.2). */
    private static final String ODD = "9";

    private static final String EVEN = "1";
    private static final String FILLER = "f";

    public Imsi {
        if (!isImsi(digits)) {
            throw new IllegalArgumentException("an IMSI has 6 to 15 digits");
        }
    }

    /** Whether the text is one. */
    public static boolean isImsi(String digits) {
        return DIGITS.matcher(digits).matches();
    }

    /** As the file EF_IMSI holds it behind its length: half bytes swapped. This is what phones use as key. */
    byte[] key() {
        String halves = digits.length() % 2 == 1 ? ODD + digits : EVEN + digits + FILLER;
        byte[] key = HexFormat.of().parseHex(halves);
        for (int index = 0; index < key.length; index++) {
            int octet = Byte.toUnsignedInt(key[index]);
            key[index] = (byte) (octet << 4 | octet >> 4);
        }
        return key;
    }

    @Override
    public String toString() {
        return digits.substring(0, 5) + "*".repeat(digits.length() - 5);
    }
}
