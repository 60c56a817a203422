package dev.slipway.admin.cli.configuration;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.identity.Tokens;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A directory with a directory for each kind, and in it a JSON file for each record. */
record Folder(Path root) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final long FILE_MAX = 16L << 20;
    private static final int FILES_MAX = 100_000;
    private static final int NAME_MAX = 200;
    private static final int NAME_KEPT = 100;
    private static final String MARK = "slipway.json";
    private static final String MARKED = "{ \"format\" : 1 }\n";
    private static final String SUFFIX = ".json";

    /** Ready to be written into: new, empty, or written by an export before. Refuses {@code export.directory}. */
    void open() {
        try {
            Files.createDirectories(root);
            boolean ours = Files.exists(root.resolve(MARK));
            try (Stream<Path> inside = Files.list(root)) {
                if (!ours && inside.findAny().isPresent()) {
                    throw new Refusal(
                            "export.directory",
                            root + " holds other files; name a new directory, or one that an export wrote.");
                }
            }
            Files.writeString(root.resolve(MARK), MARKED);
        } catch (IOException failed) {
            throw unusable(failed);
        }
    }

    /** Writes these and removes the files of others. */
    void write(Kind kind, List<ObjectNode> records) {
        try {
            Path home = Files.createDirectories(root.resolve(kind.words()));
            Set<Path> written = new HashSet<>();
            for (ObjectNode record : records) {
                Path file = home.resolve(fileName(kind.identity(record)));
                Path fresh = home.resolve(file.getFileName() + ".new");
                Files.writeString(fresh, JSON.writeValueAsString(record) + "\n");
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                written.add(file);
            }
            for (Path file : files(home)) {
                if (!written.contains(file)) {
                    Files.delete(file);
                }
            }
        } catch (IOException failed) {
            throw unusable(failed);
        }
    }

    /** One of its own for each identity, also where file systems ignore case; of 255 bytes at most everywhere. */
    private static String fileName(List<String> identity) {
        String name = identity.stream().map(Folder::encoded).collect(Collectors.joining(","));
        return (name.length() <= NAME_MAX
                        ? name
                        : name.substring(0, NAME_KEPT) + "~"
                                + Tokens.sha256(name).hex())
                + SUFFIX;
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("*", "%2A");
    }

    /** All of one kind. Refuses {@code apply.file} with its name what is no record. */
    List<ObjectNode> read(Kind kind) {
        if (!Files.exists(root.resolve(MARK))) {
            throw new Refusal("apply.directory", root + " is no configuration: it has no file " + MARK + ".");
        }
        try {
            List<ObjectNode> records = new ArrayList<>();
            for (Path file : files(root.resolve(kind.words()))) {
                records.add(record(kind, file));
            }
            return records;
        } catch (IOException failed) {
            throw unusable(failed);
        }
    }

    private static ObjectNode record(Kind kind, Path file) throws IOException {
        if (Files.size(file) > FILE_MAX) {
            throw new Refusal("apply.file", file + " is larger than 16 MiB; that is no record.");
        }
        try {
            if (JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode record) {
                return checked(kind, file, record);
            }
        } catch (JacksonException malformed) {
            throw new Refusal("apply.file", file + " is no JSON: " + malformed.getOriginalMessage());
        }
        throw new Refusal("apply.file", file + " is no JSON object; see what an export writes.");
    }

    private static ObjectNode checked(Kind kind, Path file, ObjectNode record) {
        for (String field : record.propertyNames()) {
            if (!kind.fields().contains(field)) {
                throw new Refusal(
                        "apply.file",
                        "%s says \"%s\", which is none of: %s."
                                .formatted(file, field, String.join(", ", kind.fields())));
            }
        }
        if (kind.name(record).isEmpty()) {
            throw new Refusal("apply.file", file + " does not say which it is: " + kind.key() + ".");
        }
        return record;
    }

    private static List<Path> files(Path home) throws IOException {
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(home)) {
            List<Path> files = inside.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .limit(FILES_MAX + 1L)
                    .toList();
            if (files.size() > FILES_MAX) {
                throw new Refusal("configuration.directory", home + " holds more than " + FILES_MAX + " files.");
            }
            return files;
        }
    }

    private static Refusal unusable(IOException failed) {
        return new Refusal("configuration.directory", "The directory cannot be read or written: " + failed);
    }
}
