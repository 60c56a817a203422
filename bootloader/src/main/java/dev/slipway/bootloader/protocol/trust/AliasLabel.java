package dev.slipway.bootloader.protocol.trust;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * An alias as the first label of a host name, by which a switching center finds it without opening TLS: {@code a-} and
 * the first 128 bits of SHA-256 over the alias in lower case (Unicode NFC), as 26 characters of base32 in lower case
 * (RFC 4648, section 6). An alias itself, such as {@code it@example.com}, is no label.
 */
public final class AliasLabel {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BYTES = 16;
    private static final int GROUP_BITS = 5;

    private AliasLabel() {}

    /** The label of this alias: 28 characters. */
    public static String of(String alias) {
        String normal = Normalizer.normalize(alias, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return "a-" + text(Arrays.copyOf(Sha256.of(normal.getBytes(StandardCharsets.UTF_8)), BYTES));
    }

    private static String text(byte[] bytes) {
        var text = new StringBuilder();
        int pending = 0;
        int bits = 0;
        for (byte b : bytes) {
            pending = (pending << Byte.SIZE) | (b & 0xff);
            bits += Byte.SIZE;
            while (bits >= GROUP_BITS) {
                bits -= GROUP_BITS;
                text.append(ALPHABET.charAt((pending >> bits) & 31));
            }
        }
        return text.append(ALPHABET.charAt((pending << (GROUP_BITS - bits)) & 31))
                .toString();
    }
}
