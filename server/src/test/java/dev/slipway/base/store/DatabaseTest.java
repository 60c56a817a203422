package dev.slipway.base.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.fake.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseTest {
    private static final SchemaSteps FIRST = steps("steps1");
    private static final SchemaSteps SECOND = steps("steps2");

    @Test
    void an_empty_database_gets_every_step_in_order() {
        DatabaseOptions options = TestDatabase.empty();
        try (Database database = Database.open(options, SECOND)) {
            assertThat(words(database.jdbi())).containsExactly("second");
            assertThat(done(database)).containsExactly("0001-first.sql", "0002-second.sql");
        }
    }

    @Test
    void a_database_behind_gets_only_what_is_missing() {
        DatabaseOptions options = TestDatabase.empty();
        Database.open(options, FIRST).close();
        try (Database database = Database.open(options, SECOND)) {
            assertThat(words(database.jdbi())).containsExactly("second");
        }
    }

    /** The source that Flyway would be given leads nowhere. */
    @Test
    void a_current_schema_costs_a_query_and_not_a_start_of_flyway() throws Exception {
        DataSource none = new PGSimpleDataSource();
        try (Database database = Database.open(TestDatabase.empty(), FIRST);
                Connection connection = database.dataSource().getConnection()) {
            FIRST.bring(connection, none);

            assertThatThrownBy(() -> SECOND.bring(connection, none)).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void a_database_of_a_newer_program_is_refused() {
        DatabaseOptions options = TestDatabase.empty();
        Database.open(options, SECOND).close();
        assertThatThrownBy(() -> Database.open(options, FIRST))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("data.newer"));
    }

    @Test
    void a_failing_step_leaves_nothing_of_itself_and_stays_missing() {
        DatabaseOptions options = TestDatabase.empty();
        assertThatThrownBy(() -> Database.open(options, steps("broken"))).isInstanceOf(FlywayException.class);
        try (Database database = Database.open(options, FIRST)) {
            assertThat(done(database)).containsExactly("0001-first.sql");
            assertThat(one(database, "SELECT to_regclass('half') IS NULL")).isEqualTo("t");
        }
    }

    @Test
    void the_shipped_steps_are_numbered_without_a_gap() {
        List<Integer> numbers = new SchemaSteps("dev/slipway/base/store/db").numbers();
        for (int index = 0; index < numbers.size(); index++) {
            assertThat(numbers.get(index)).isEqualTo(index + 1);
        }
    }

    @Test
    void a_wrong_password_is_refused_without_showing_it() {
        DatabaseOptions right = TestDatabase.empty();
        var wrong = new DatabaseOptions(right.url(), right.user(), new Secret("guessed-wrong"), 2);
        assertThatThrownBy(() -> Database.open(wrong)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("data.unreachable");
            assertThat(refusal.getMessage()).doesNotContain("guessed-wrong");
        });
    }

    @Test
    void a_database_that_accepts_and_says_nothing_is_given_up_quickly() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var options = new DatabaseOptions(
                    "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/x", "x", new Secret("x"), 2);
            long start = System.nanoTime();
            assertThatThrownBy(() -> Database.open(options)).isInstanceOf(Refusal.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void a_statement_has_a_limit_by_the_clock_of_the_server() {
        try (Database database = Database.open(TestDatabase.empty(), FIRST)) {
            assertThat(one(database, "SHOW statement_timeout")).isEqualTo("10s");
        }
    }

    private static SchemaSteps steps(String folder) {
        return new SchemaSteps("dev/slipway/base/store/" + folder);
    }

    private static List<String> words(Jdbi jdbi) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT text FROM word").mapTo(String.class).list());
    }

    private static List<String> done(Database database) {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT script FROM schema_step WHERE success ORDER BY installed_rank")
                .mapTo(String.class)
                .list());
    }

    private static String one(Database database, String query) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(String.class).one());
    }
}
