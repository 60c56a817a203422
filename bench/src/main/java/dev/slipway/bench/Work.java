package dev.slipway.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The parts of a run, in the order in which they are done. */
enum Work {
    POLLS,
    TLS,
    REFUSALS,
    SLOW,
    LOGONS,
    DOWNLOADS,
    LINKS,
    RENDERINGS,
    SEEN,
    MEMORY,
    START,
    RESTART,
    PHONES,
    WAP,
    MESSAGES,
    RELAY;

    /** The part of that word; another word is an {@link IllegalArgumentException}. */
    static Work of(String word) {
        return Arrays.stream(values())
                .filter(work -> work.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word + " is no part of it: choose from " + words()));
    }

    static String words() {
        return Arrays.stream(values()).map(Work::word).collect(Collectors.joining(", "));
    }

    /** Whether it is a load of a running server, most beside nginx. */
    boolean isDuel() {
        return compareTo(SEEN) < 0;
    }

    /** Whether it needs a fleet of devices with bundles. */
    boolean isOfBundles() {
        return compareTo(PHONES) < 0;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
