package dev.slipway.base.fleet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
<<<<<<< HEAD
 * A value that must not be seen: its text is stars, and it is compared in constant time.
=======
 * A text nobody may see by accident: its text form is stars, so it reaches no log, error page or difference (DESIGN.md
 * section 5). Comparison takes the same time wherever the first difference stands.
>>>>>>> store
 */
public final class Secret {
    private final String value;

<<<<<<< HEAD
    /** Wraps {@code value}. */
=======
    /** Wraps a value of any length, the empty one included. */
>>>>>>> store
    public Secret(String value) {
        this.value = value;
    }

<<<<<<< HEAD
    /** The value itself; only for the place that uses it. */
=======
    /** The value itself; call it only where it is used. */
>>>>>>> store
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
<<<<<<< HEAD
        return other instanceof Secret secret
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), secret.value.getBytes(StandardCharsets.UTF_8));
=======
        return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
>>>>>>> store
    }

    @Override
    public int hashCode() {
<<<<<<< HEAD
        return 0;
    }

=======
        return value.hashCode();
    }

    /** Always four stars, whatever the length. */
>>>>>>> store
    @Override
    public String toString() {
        return "****";
    }
<<<<<<< HEAD
=======

    private byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }
>>>>>>> store
}
