package dev.slipway.bootloader.destination;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@code reg query} prints of the older product's registry values (seed 1, migration method):
 * {@code HKCU\Software\CommonTime\Cadenza\Provisioning}, values {@code Alias}, {@code Host}, {@code Port}.
 */
final class OlderProduct {
    /** The key, as {@code reg query} takes it. */
    public static final String KEY = "HKCU\\Software\\CommonTime\\Cadenza\\Provisioning";

    private static final Pattern VALUE =
            Pattern.compile("^\\s+(Alias|Host|Port)\\s+(REG_\\w+)\\s+(.*\\S)\\s*$", Pattern.MULTILINE);

    private OlderProduct() {}

    /** What the values say; nothing when {@code output} holds none of them. */
    public static Destination read(String output) {
        return Destination.NONE.at(
                Destination.place(value(output, "Alias"), value(output, "Host"), value(output, "Port")));
    }

    private static Optional<String> value(String output, String name) {
        Matcher matcher = VALUE.matcher(output);
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                return Optional.of(decimal(matcher.group(2), matcher.group(3)));
            }
        }
        return Optional.empty();
    }

    /** A DWORD is printed as {@code 0x6a4}. */
    private static String decimal(String type, String value) {
        boolean hexadecimal = type.equals("REG_DWORD") && value.matches("0x[0-9a-fA-F]{1,7}");
        return hexadecimal ? Integer.toString(Integer.parseInt(value.substring(2), 16)) : value;
    }
}
