package dev.slipway.core.enroll.platform;

import java.util.List;

/**
 * One platform and what it gets today; a line of {@code platforms.json}.
 *
 * @param name as in {@code /get/NAME}
 * @param title as shown
 * @param recognize texts in a User-Agent or platform hint, lower case, any of which means this platform
 * @param bundled whether the Bootloader has a package for it
 * @param steps what to do, one sentence each
 */
public record Platform(String name, String title, List<String> recognize, boolean bundled, List<String> steps) {
    public Platform {
        recognize = List.copyOf(recognize);
        steps = List.copyOf(steps);
        if (!name.matches("[a-z][a-z0-9-]*") || steps.isEmpty()) {
            throw new IllegalArgumentException("a platform has a plain name and at least one step: " + name);
        }
    }
}
