package dev.slipway.base.fleet.acts;

import java.util.Map;

/**
 * What is done, as the journal keeps it.
 *
 * @param name such as {@code user.create}
 * @param subject what it was done to, as shown
 * @param details short, never a secret
 */
public record Act(String name, String subject, Map<String, String> details) {
    public Act {
        details = Map.copyOf(details);
    }

    /** An act without details. */
    public Act(String name, String subject) {
        this(name, subject, Map.of());
    }
}
