package dev.slipway.admin.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Documents that go from one machine to another as files. */
final class Documents {
    /** More is no document of ours. */
    private static final long BYTES_MAX = 1 << 20;

    private Documents() {}

    static OptionSpec file() {
        return Commands.option("--file", "FILE", "Write it there instead of to standard output.");
    }

    static byte[] read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > BYTES_MAX) {
                throw new Failed(Exit.INVALID, "cli.no-file", "There is no document " + file + "; check its name.");
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new Failed(Exit.INVALID, "cli.no-file", "The file " + file + " cannot be read: " + unreadable);
        }
    }

    static String text(Path file) {
        return new String(read(file), StandardCharsets.UTF_8);
    }

    static JsonNode json(byte[] document) {
        try {
            return Rest.JSON.readTree(document);
        } catch (JacksonException foreign) {
            throw new Failed(Exit.INVALID, "cli.no-document", "This file holds no JSON document; check its name.");
        }
    }

    /** To the file that {@code --file} names, else to standard output. */
    static void write(Session session, JsonNode document) {
        session.option("--file").ifPresentOrElse(name -> write(Path.of(name), document), () -> session.printer()
                .text(document.toString(), document));
    }

    private static void write(Path file, JsonNode document) {
        write(file, document.toString());
    }

    /** A text and a line end. */
    static void write(Path file, String text) {
        try {
            Files.writeString(file, text + "\n");
        } catch (IOException unwritable) {
            throw new Failed(Exit.INVALID, "cli.no-file", "The file " + file + " cannot be written: " + unwritable);
        }
    }
}
