package dev.slipway.base.fleet.software;

/**
 * What tells the bytes of one artifact from all others.
 *
 * @param sha256 64 lower-case hexadecimal digits (FIPS 180-4)
 * @param length in bytes
 */
public record ArtifactDigest(String sha256, long length) {
    private static final int LENGTH = 64;
    private static final String DIGITS = "0123456789abcdef";

    public ArtifactDigest {
        if (!isSha256(sha256) || length < 0) {
            throw new IllegalArgumentException("not a digest: " + sha256 + " of " + length + " bytes");
        }
    }

    /** Whether a text from outside could be a SHA-256 as we write it; everything else names no artifact. */
    public static boolean isSha256(String text) {
        return text.length() == LENGTH && text.chars().allMatch(digit -> DIGITS.indexOf(digit) >= 0);
    }
}
