package dev.slipway.bootloader.destination;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@code reg query} prints of the older product's registry values (seed 1, migration method):
 * {@code HKCU\Software\CommonTime\Cadenza\Provisioning}, values {@code Alias}, {@code Host}, {@code Port}. The key is
 * the same for programs of 32 and 64 bits: WOW64 redirects nothing of it.
 */
final class OlderProduct {
    /** The key, as {@code reg query} takes it. */
    public static final String KEY = "HKCU\\Software\\CommonTime\\Cadenza\\Provisioning";

    /**
     * Name, type and text of a value: parted by four blanks, on Windows XP by a tab. Only the name of the default value
     * and the error lines depend on the language; names keep the case they were once written in; an empty value ends
     * behind its type.
     */
    private static final Pattern VALUE = Pattern.compile(
            "^[ \\t]+(Alias|Host|Port)[ \\t]+(REG_[A-Z_]+)[ \\t]+(\\S.*)$",
            Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    private OlderProduct() {}

    /** What the values say; nothing when {@code output} holds none of them. */
    public static Destination read(String output) {
        return Destination.NONE.at(
                Destination.place(value(output, "Alias"), value(output, "Host"), value(output, "Port")));
    }

    private static Optional<String> value(String output, String name) {
        Matcher matcher = VALUE.matcher(output);
        while (matcher.find()) {
            if (matcher.group(1).equalsIgnoreCase(name)) {
                return Optional.of(decimal(matcher.group(2), matcher.group(3).strip()));
            }
        }
        return Optional.empty();
    }

    /** A number is printed as {@code 0x6a4}, whatever its width. */
    private static String decimal(String type, String value) {
        boolean hexadecimal = type.matches("REG_[DQ]WORD") && value.matches("0x[0-9a-fA-F]{1,7}");
        return hexadecimal ? Integer.toString(Integer.parseInt(value.substring(2), 16)) : value;
    }
}
