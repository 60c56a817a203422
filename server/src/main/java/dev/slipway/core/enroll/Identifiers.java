package dev.slipway.core.enroll;

import dev.slipway.base.fleet.devices.DeviceIdentifier;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which marks of a device count, and in which order. */
final class Identifiers {
    /** Strongest first: a serial number survives a new disk, a network card moves between machines. */
    private static final List<String> STRENGTH = List.of("serial", "machine", "imei", "mac");

    private static final int LENGTH_MAX = 128;
    private static final Pattern SEPARATORS = Pattern.compile("[:\\-. ]");
    private static final Pattern MAC = Pattern.compile("[0-9a-f]{12}");
    /** What makers leave in the field when nobody filled it: one mark for thousands of machines. */
    private static final Set<String> PLACEHOLDERS = Set.of(
            "to be filled by o.e.m.",
            "default string",
            "system serial number",
            "not specified",
            "not applicable",
            "none",
            "unknown",
            "n/a",
            "invalid",
            "123456789",
            "0123456789",
            "00000000-0000-0000-0000-000000000000");

    private Identifiers() {}

    /** Those that tell devices apart, normalized, strongest first. */
    static List<DeviceIdentifier> usable(List<DeviceIdentifier> claimed) {
        return claimed.stream()
                .map(Identifiers::normalized)
                .filter(Identifiers::tellsApart)
                .distinct()
                .sorted(java.util.Comparator.comparingInt(Identifiers::weakness))
                .toList();
    }

    private static int weakness(DeviceIdentifier identifier) {
        int place = STRENGTH.indexOf(identifier.kind());
        return place < 0 ? STRENGTH.size() : place;
    }

    private static DeviceIdentifier normalized(DeviceIdentifier identifier) {
        String value = identifier.value().strip();
        return identifier.kind().equals("mac")
                ? new DeviceIdentifier(
                        "mac",
                        SEPARATORS.matcher(value.toLowerCase(Locale.ROOT)).replaceAll(""))
                : new DeviceIdentifier(identifier.kind(), value);
    }

    private static boolean tellsApart(DeviceIdentifier identifier) {
        String value = identifier.value();
        if (identifier.kind().equals("mac")) {
            return MAC.matcher(value).matches() && isUniversal(value);
        }
        return !value.isEmpty()
                && value.length() <= LENGTH_MAX
                && !PLACEHOLDERS.contains(value.toLowerCase(Locale.ROOT))
                && value.chars().anyMatch(c -> c != '0' && c != '-' && c != ' ');
    }

    /**
     * Neither a group's address nor one given locally, as virtual and private ones are (IEEE 802, section 8.2),
     * nor zeros.
     */
    private static boolean isUniversal(String mac) {
        return (Character.digit(mac.charAt(1), 16) & 3) == 0 && !mac.equals("000000000000");
    }
}
