package dev.slipway.admin.cli.wap;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.wire.wap.DocumentText;
import dev.slipway.base.wire.wap.Located;
import dev.slipway.base.wire.wap.Malformed;
import dev.slipway.base.wire.wap.ProvisioningDocument;
import dev.slipway.base.wire.wap.ProvisioningXml;
import dev.slipway.base.wire.wap.ota.OtaSettings;
import dev.slipway.base.wire.wap.wbxml.Mode;
import dev.slipway.base.wire.wap.wbxml.OtaWbxml;
import dev.slipway.base.wire.wap.wbxml.Wbxml;
import dev.slipway.base.wire.xml.XmlElement;
import dev.slipway.base.wire.xml.XmlMalformed;
import dev.slipway.base.wire.xml.XmlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a command works on: a document as text or as bytes, or settings of Nokia and Ericsson as text. Which it is shows
 * in the first bytes.
 */
sealed interface Source {
    /** Stands for standard input, or for standard output. */
    String STANDARD = "-";

    /** A provisioning document that came as text. */
    record Text(Located located) implements Source {}

    /** A provisioning document that came as bytes, which stay as they are. */
    record Binary(ProvisioningDocument document, Bytes bytes) implements Source {}

    /** Settings of Nokia and Ericsson. */
    record Ota(OtaSettings settings) implements Source {}

    /** Reads the file that the call names. */
    static Source of(Call call) {
        byte[] bytes = read(call);
        try {
            if (bytes.length > 0 && bytes[0] >= 0 && bytes[0] < ' ' && !Character.isWhitespace(bytes[0])) {
                return new Binary(Wbxml.decode(bytes), Bytes.of(bytes));
            }
            XmlElement root = DocumentText.root(text(bytes));
            return root.name().equals(OtaSettings.ROOT)
                    ? new Ota(OtaSettings.of(root))
                    : new Text(ProvisioningXml.of(root));
        } catch (XmlMalformed | Malformed broken) {
            throw new Refusal(
                    "wap.malformed", "The file %s is no document: %s.".formatted(call.file(), broken.getMessage()));
        }
    }

    private static byte[] read(Call call) {
        String name = call.file();
        try (InputStream file = name.equals(STANDARD) ? call.in() : Files.newInputStream(Path.of(name))) {
            byte[] bytes = file.readNBytes(XmlReader.TEXT_LENGTH_MAX + 1);
            if (bytes.length > XmlReader.TEXT_LENGTH_MAX) {
                throw new Refusal(
                        "wap.too-long",
                        "The file %s has more than %d bytes; no phone takes such a document."
                                .formatted(name, XmlReader.TEXT_LENGTH_MAX));
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new Refusal("wap.no-file", "The file %s cannot be read; check its name.".formatted(name));
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            throw new Refusal("wap.not-utf-8", "The file is neither a document in bytes nor text in UTF-8.");
        }
    }

    /** The document; settings of Nokia and Ericsson are refused. */
    default ProvisioningDocument document() {
        return switch (this) {
            case Text text -> text.located().document();
            case Binary binary -> binary.document();
            case Ota ota ->
                throw new Refusal(
                        "wap.ota", "These are settings for Nokia's and Ericsson's older phones; encode or push them.");
        };
    }

    /** The bytes: those that came unless the call says how to make them. */
    default byte[] bytes(Call call) {
        return switch (this) {
            case Text text -> encode(text.located().document(), call);
            case Binary binary ->
                call.option("--mode").isPresent() || call.flag("--no-string-table")
                        ? encode(binary.document(), call)
                        : binary.bytes().toArray();
            case Ota ota -> encode(ota.settings());
        };
    }

    private static byte[] encode(OtaSettings settings) {
        try {
            return OtaWbxml.encode(settings);
        } catch (IllegalArgumentException unknown) {
            throw new Refusal(
                    "wap.ota-type",
                    "The specification of these settings has no such type; ADDRESS, URL, NAME and BOOKMARK are.");
        }
    }

    private static byte[] encode(ProvisioningDocument document, Call call) {
        Mode mode = call.option("--mode").map(Source::mode).orElse(Mode.COMPATIBLE);
        return call.flag("--no-string-table") ? Wbxml.encodeWithoutTable(document, mode) : Wbxml.encode(document, mode);
    }

    private static Mode mode(String name) {
        List<String> names = Arrays.stream(Mode.values())
                .map(mode -> mode.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!names.contains(name)) {
            throw new Refusal(
                    "wap.argument", "--mode takes %s, not \"%s\".".formatted(String.join(" or ", names), name));
        }
        return Mode.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
