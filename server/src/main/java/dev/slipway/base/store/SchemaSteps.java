package dev.slipway.base.store;

import dev.slipway.base.fleet.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The numbered steps of our schema, files {@code NNNN-name.sql} in one folder of the class path, run in order by
 * Flyway, each in its own transaction, each once. Two servers that start together wait for each other (Flyway's lock).
 *
 * @param folder the folder, without a slash at either end
 */
record SchemaSteps(String folder) {
    private static final String TABLE = "schema_step";
    private static final String FILE = "\\d{4}-[a-z0-9-]+\\.sql";

    /**
     * Runs what is missing. Flyway takes half a second to start, so it is asked only when the table says that a step is
     * missing; a current schema costs one query.
     *
     * @param quick where to look
     * @param patient where steps run, without a limit on time
     * @throws Refusal {@code data.newer} the database knows a step that this program does not
     */
    void bring(Connection quick, DataSource patient) throws SQLException {
        if (!missing(quick).isEmpty()) {
            migrate(patient);
        }
    }

    /**
     * Only looks: what another server works with is not changed under it.
     *
     * @throws Refusal {@code data.older} a step is missing; {@code data.newer} as for {@link #bring}
     */
    void require(Connection quick) throws SQLException {
        List<Integer> missing = missing(quick);
        if (!missing.isEmpty()) {
            throw new Refusal(
                    "data.older",
                    "The database lacks schema step " + missing.getFirst() + ": start this Slipway's server once,"
                            + " or use the version whose server runs.");
        }
    }

    private List<Integer> missing(Connection quick) throws SQLException {
        List<Integer> known = numbers();
        List<Integer> done = done(quick);
        List<Integer> foreign =
                done.stream().filter(step -> !known.contains(step)).toList();
        if (!foreign.isEmpty()) {
            throw new Refusal(
                    "data.newer",
                    "The database holds schema step " + foreign.getLast() + ", which this Slipway does not know:"
                            + " start the newer version that wrote it, or restore a backup of before.");
        }
        return known.stream().filter(step -> !done.contains(step)).toList();
    }

    private void migrate(DataSource source) {
        Flyway.configure(SchemaSteps.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:" + folder)
                .table(TABLE)
                .sqlMigrationPrefix("")
                .sqlMigrationSeparator("-")
                .validateMigrationNaming(true)
                .placeholderReplacement(false)
                .load()
                .migrate();
    }

    private static List<Integer> done(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var exists = statement.executeQuery("SELECT to_regclass('" + TABLE + "') IS NOT NULL")) {
                if (!exists.next() || !exists.getBoolean(1)) {
                    return List.of();
                }
            }
            List<Integer> numbers = new ArrayList<>();
            try (var rows = statement.executeQuery("SELECT version FROM " + TABLE
                    + " WHERE success AND version IS NOT NULL ORDER BY installed_rank")) {
                while (rows.next()) {
                    numbers.add(Integer.valueOf(rows.getString(1)));
                }
            }
            return numbers;
        }
    }

    /** The numbers of the steps that this program brings, ascending. */
    List<Integer> numbers() {
        try {
            List<String> names = new ArrayList<>();
            for (URL place : Collections.list(SchemaSteps.class.getClassLoader().getResources(folder))) {
                names.addAll(names(place));
            }
            return names.stream()
                    .filter(name -> name.matches(FILE))
                    .map(name -> Integer.valueOf(name.substring(0, 4)))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> names(URL place) throws IOException {
        if (place.openConnection() instanceof JarURLConnection jar) {
            String prefix = folder + "/";
            return jar.getJarFile().stream()
                    .filter(entry -> entry.getName().startsWith(prefix))
                    .map(entry -> entry.getName().substring(prefix.length()))
                    .toList();
        }
        try (Stream<Path> files = Files.list(Path.of(place.toURI()))) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (URISyntaxException impossible) {
            throw new IOException(impossible);
        }
    }
}
