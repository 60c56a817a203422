package dev.slipway.base.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.store.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerJourney {
    @TempDir
    Path temporary;

    private Path directory() throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
        return temporary.resolve("data");
    }

    @Test
    void it_starts_from_nothing_stops_and_starts_again_with_what_was_written() throws Exception {
        try (DataDirectory data = DataDirectory.open(directory())) {
            long first = System.nanoTime();
            try (PostgresServer server = PostgresServer.start(ServedDirectory.options(data, true))) {
                report("first start", first);
                execute(server, "create table kept (word text)", "insert into kept values ('still here')");
            }
            long later = System.nanoTime();
            try (PostgresServer server = PostgresServer.start(ServedDirectory.options(data, true))) {
                report("later start", later);
                assertThat(ask(server, "select word from kept")).isEqualTo("still here");
                assertThat(ask(server, "show listen_addresses")).isEqualTo("127.0.0.1");
                assertThat(ask(server, "show fsync")).isEqualTo("on");
            }
            assertThat(data.postgres().resolve("postmaster.pid")).doesNotExist();
            assertThat(Files.getPosixFilePermissions(data.postgres()))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
            assertThat(Files.getPosixFilePermissions(data.root().resolve("postgres.password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void a_wrong_password_is_not_let_in() throws Exception {
        try (DataDirectory data = DataDirectory.open(directory());
                PostgresServer server = PostgresServer.start(ServedDirectory.options(data, false))) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), server.user(), "guess"))
                    .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                            .isEqualTo("28P01"));
        }
    }

    @Test
    void the_server_of_a_killed_process_is_adopted_and_answers_within_five_seconds() throws Exception {
        Path directory = directory();
        Process killed = ServedDirectory.start(directory);
        long postmaster = Long.parseLong(killed.inputReader().readLine());
        killed.destroyForcibly();
        assertThat(killed.waitFor(10, TimeUnit.SECONDS)).isTrue();

        long start = System.nanoTime();
        try (DataDirectory data = DataDirectory.open(directory);
                PostgresServer server = PostgresServer.start(ServedDirectory.options(data, true))) {
            report("adoption", start);
            assertThat(server.adopted()).isTrue();
            assertThat(server.processId()).contains(postmaster);
            assertThat(ask(server, "select 'here'")).isEqualTo("here");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
        await().untilAsserted(() -> assertThat(ProcessHandle.of(postmaster)).isEmpty());
    }

    @Test
    void a_first_start_killed_while_initializing_is_begun_again() throws Exception {
        Path directory = directory();
        Process killed = ServedDirectory.start(directory);
        await().pollInterval(Duration.ofMillis(5)).until(() -> hasUnfinished(directory));
        killed.destroyForcibly();
        assertThat(killed.waitFor(10, TimeUnit.SECONDS)).isTrue();
        try (DataDirectory data = DataDirectory.open(directory);
                PostgresServer server = PostgresServer.start(ServedDirectory.options(data, false))) {
            assertThat(ask(server, "select 'here'")).isEqualTo("here");
        }
    }

    private static boolean hasUnfinished(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (var unfinished = Files.newDirectoryStream(directory, "postgres.new*")) {
            return unfinished.iterator().hasNext();
        }
    }

    @Test
    void a_database_killed_under_us_is_started_again_with_what_was_acknowledged() throws Exception {
        try (DataDirectory data = DataDirectory.open(directory())) {
            PostgresServer killed = PostgresServer.start(ServedDirectory.options(data, true));
            execute(killed, "create table kept (word text)", "insert into kept values ('acknowledged')");
            ProcessHandle postmaster =
                    ProcessHandle.of(killed.processId().orElseThrow()).orElseThrow();
            postmaster.destroyForcibly();
            postmaster.onExit().get(10, TimeUnit.SECONDS);
            long start = System.nanoTime();
            try (PostgresServer server = PostgresServer.start(ServedDirectory.options(data, true))) {
                report("recovery", start);
                assertThat(server.adopted()).isFalse();
                assertThat(ask(server, "select word from kept")).isEqualTo("acknowledged");
            }
            killed.close();
        }
    }

    @Test
    void a_process_file_that_names_an_unrelated_process_is_stale() throws Exception {
        try (DataDirectory data = DataDirectory.open(directory())) {
            PostgresServer.start(ServedDirectory.options(data, false)).close();
            Files.writeString(
                    data.postgres().resolve("postmaster.pid"),
                    ProcessHandle.current().pid() + "\n" + data.postgres() + "\n0\n1\n");
            try (PostgresServer server = PostgresServer.start(ServedDirectory.options(data, false))) {
                assertThat(server.adopted()).isFalse();
                assertThat(ask(server, "select 'here'")).isEqualTo("here");
            }
        }
    }

    @Test
    void a_directory_that_began_without_waiting_for_the_disk_is_made_durable_when_served() throws Exception {
        try (DataDirectory data = DataDirectory.open(directory())) {
            PostgresServer quick = PostgresServer.start(ServedDirectory.options(data, false));
            assertThat(ask(quick, "show fsync")).isEqualTo("off");
            try (PostgresServer server = PostgresServer.start(ServedDirectory.options(data, true))) {
                assertThat(server.adopted()).isFalse();
                assertThat(ask(server, "show fsync")).isEqualTo("on");
            }
        }
    }

    @Test
    void a_lost_password_file_is_refused_with_a_sentence() throws Exception {
        try (DataDirectory data = DataDirectory.open(directory())) {
            PostgresServer.start(ServedDirectory.options(data, false)).close();
            Files.delete(data.root().resolve("postgres.password"));
            assertThatThrownBy(() -> PostgresServer.start(ServedDirectory.options(data, false)))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("data.password-missing"));
        }
    }

    @Test
    void as_root_a_directory_that_others_cannot_pass_is_refused() throws Exception {
        assumeTrue(Account.processUid() == 0, "SKIPPED: only root runs PostgreSQL as somebody else");
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx------"));
        try (DataDirectory data = DataDirectory.open(temporary.resolve("data"))) {
            assertThatThrownBy(() -> PostgresServer.start(ServedDirectory.options(data, false)))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("data.not-reachable"));
        }
    }

    private static void execute(PostgresServer server, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        server.jdbcUrl(), server.user(), server.password().reveal());
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String ask(PostgresServer server, String question) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        server.jdbcUrl(), server.user(), server.password().reveal());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void report(String what, long startNanos) {
        System.out.printf("postgres %s: %d ms%n", what, (System.nanoTime() - startNanos) / 1_000_000);
    }
}
