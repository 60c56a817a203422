package dev.slipway.core.settings;

import java.util.List;

/**
 * Why a device has what it has, in words, for {@code device explain ID}. Plain records and texts: printed and sent as
 * JSON just so. Secrets stand as stars.
 *
 * @param layers the places that reach the device, weakest first
 * @param accounts by position
 * @param warnings what an administrator should look at
 */
public record Explanation(
        String device,
        List<String> layers,
        List<ExplainedSetting> settings,
        List<ExplainedAccount> accounts,
        List<ExplainedApplication> applications,
        List<String> warnings) {
    public Explanation {
        layers = List.copyOf(layers);
        settings = List.copyOf(settings);
        accounts = List.copyOf(accounts);
        applications = List.copyOf(applications);
        warnings = List.copyOf(warnings);
    }

    /** The settings of one account on the device. */
    public record ExplainedAccount(int position, String address, List<ExplainedSetting> settings) {
        public ExplainedAccount {
            settings = List.copyOf(settings);
        }
    }

    /**
     * One key.
     *
     * @param value as the device gets it; empty text when unmanaged or refused
     * @param refused why the device gets no document at all; empty text normally
     */
    public record ExplainedSetting(String key, String value, String ownership, String refused, Provenance provenance) {}

    /**
     * One application.
     *
     * @param version chosen; empty text when nothing is placed
     * @param omitted why nothing is placed; empty text when something is
     */
    public record ExplainedApplication(String name, String version, String omitted, Provenance provenance) {}

    /**
     * Where it comes from.
     *
     * @param beaten strongest first
     * @param conflicts sentences
     */
    public record Provenance(Source source, List<BeatenSource> beaten, List<String> conflicts) {
        public Provenance {
            beaten = List.copyOf(beaten);
            conflicts = List.copyOf(conflicts);
        }
    }

    /**
     * An assignment that gives something.
     *
     * @param assignment its id
     * @param name of the profile or application
     * @param given value or version as assigned; stars for a secret
     * @param standing rank, time and whether it is final, such as {@code rank 5, final, 2026-11-22T10:00:00Z}
     */
    public record Source(String assignment, String layer, String place, String name, String given, String standing) {}

    /** A source that gives nothing, and a sentence that says why. */
    public record BeatenSource(Source source, String why) {}
}
