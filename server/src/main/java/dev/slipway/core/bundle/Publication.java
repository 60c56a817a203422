package dev.slipway.core.bundle;

import dev.slipway.base.fleet.software.Origin;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is to be published: one version of an application.
 *
 * @param application its name; a new one is introduced by {@code introduction}
 * @param uploads by target, such as {@code linux-x86_64} or {@code any}
 * @param replaces JSON list of earlier client software, as in the release document; {@code []} for none
 */
public record Publication(
        String application, String version, Map<String, Upload> uploads, String replaces, Introduction introduction) {
    public Publication {
        uploads = Collections.unmodifiableMap(new TreeMap<>(uploads));
    }

    /**
     * A file whose bytes are kept already.
     *
     * @param kind {@code files}, {@code exec} or {@code deb}
     * @param fileName as shown to people; never a path
     */
    public record Upload(String sha256, String kind, String mediaType, String fileName) {}

    /**
     * How an application comes in when it has no release yet.
     *
     * @param title as shown
     * @param installOrder lower is installed first
     */
    public record Introduction(String title, int installOrder, boolean later, Origin origin) {
        /** What is used when nothing is said; in the middle, so that others fit before and after. */
        public static final int INSTALL_ORDER_USUAL = 100;

        /** Of our own, in the middle of the order, installed at once. */
        public static Introduction usual(String title) {
            return new Introduction(title, INSTALL_ORDER_USUAL, false, Origin.OWN);
        }
    }
}
