package dev.slipway.admin.act.importing;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.core.settings.Settings;
import dev.slipway.core.settings.document.SettingsReader;
import dev.slipway.core.settings.document.SettingsReader.ReadSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A settings file of another system, understood by the reader whose format it has.
 *
 * @param format as a device type names it among what it takes
 */
public record SettingsFile(String format, ReadSettings read) {
    /** Longest file: twice the longest that we have seen is some hundred KB. */
    private static final int BYTES_MAX = 1 << 20;

    /**
     * Reads all of {@code bytes}.
     *
     * @throws Refusal {@code import.malformed}, {@code import.unknown-format}
     */
    public static SettingsFile of(InputStream bytes, List<SettingsReader> readers, Settings rules) {
        String text = text(bytes);
        SettingsReader reader = readers.stream()
                .filter(candidate -> candidate.recognizes(text))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "import.unknown-format",
                        "The file is of no format that is read: "
                                + readers.stream().map(SettingsReader::format).collect(Collectors.joining(", "))
                                + "."));
        return new SettingsFile(reader.format(), reader.read(text, rules));
    }

    private static String text(InputStream bytes) {
        try {
            byte[] all = bytes.readNBytes(BYTES_MAX + 1);
            if (all.length > BYTES_MAX) {
                throw new Refusal("import.malformed", "A settings file has at most " + BYTES_MAX + " bytes; split it.");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(all))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw new Refusal("import.malformed", "The file is not in UTF-8; save it so.");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
