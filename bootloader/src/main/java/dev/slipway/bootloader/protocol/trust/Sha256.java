package dev.slipway.bootloader.protocol.trust;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 (FIPS 180-4) and its text, 64 lower-case hexadecimal digits. */
public final class Sha256 {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    private Sha256() {}

    /** A fresh digest for streams. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The 32 bytes. */
    public static byte[] of(byte[] input) {
        return digest().digest(input);
    }

    /** The 64 digits. */
    public static String hex(byte[] input) {
        return HexFormat.of().formatHex(of(input));
    }

    static String requireHex(String text) {
        if (!HEX.matcher(text).matches()) {
            throw new IllegalArgumentException("SHA-256 is 64 lower-case hexadecimal digits: " + text);
        }
        return text;
    }
}
