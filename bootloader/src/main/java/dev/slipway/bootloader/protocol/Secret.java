package dev.slipway.bootloader.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A text that no log, error page or difference may show: its own text is stars. Compared in constant time. */
public final class Secret {
    /** A longer password, ticket or token is refused before anything is computed from it. */
    public static final int CHARACTERS_MAX = 1024;

    private final String text;

    /** The secret {@code text}. */
    public Secret(String text) {
        if (text.length() > CHARACTERS_MAX) {
            throw new IllegalArgumentException("a secret has at most " + CHARACTERS_MAX + " characters");
        }
        this.text = text;
    }

    /** The text itself. Search for callers of this method to see where secrets go. */
    public String reveal() {
        return text;
    }

    private byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "****";
    }
}
