package dev.slipway.base.fleet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A text nobody may see by accident: its text form is stars, so it reaches no log, error page or difference (DESIGN.md
 * section 5). Comparison takes the same time wherever the first difference stands.
 */
public final class Secret {
    private final String value;

    /** Wraps a value of any length, the empty one included. */
    public Secret(String value) {
        this.value = value;
    }

    /** The value itself; call it only where it is used. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Always four stars, whatever the length. */
    @Override
    public String toString() {
        return "****";
    }

    private byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
