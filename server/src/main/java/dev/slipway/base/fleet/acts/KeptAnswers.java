package dev.slipway.base.fleet.acts;

import java.util.Optional;

/**
 * The answers kept for repeated requests.
 */
public interface KeptAnswers {
    /** The answer kept under this key in the last 24 hours. */
    Optional<KeptAnswer> find(String key);

    /** Keeps it; the same key twice is the refusal {@code fleet.duplicate}. */
    void keep(KeptAnswer answer);
}
