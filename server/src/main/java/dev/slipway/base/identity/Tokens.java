package dev.slipway.base.identity;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** Random tokens; only their SHA-256 is ever kept (DESIGN section 5, Secrets). */
public final class Tokens {
    /** 256 bits: nobody guesses one, so a plain hash of it is enough. */
    private static final int TOKEN_BYTES = 32;

    private final RandomGenerator random;

    /** Draws from {@code random}, which must be cryptographically strong. */
    public Tokens(RandomGenerator random) {
        this.random = random;
    }

    /** A new token: 43 characters of base64url. */
    public Secret next() {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    /** What is kept of a token: 32 bytes. */
    public static Bytes sha256(Secret token) {
        return sha256(token.reveal());
    }

    /** SHA-256 of the UTF-8 bytes of {@code text}. */
    public static Bytes sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 of {@code bytes}. */
    public static Bytes sha256(byte[] bytes) {
        try {
            return Bytes.of(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
