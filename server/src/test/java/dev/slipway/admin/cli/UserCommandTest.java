package dev.slipway.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.admin.TestHouse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserCommandTest {
    private TestHouse house;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        house = new TestHouse(directory);
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void a_user_is_created_and_listed() {
        assertThat(house.run("group", "create", "staff").exit()).isZero();
        var created = house.runWith(
                "correct horse\n",
                "user",
                "create",
                "ann",
                "--name",
                "Ann Example",
                "--email",
                "ann@example.com",
                "--group",
                "staff",
                "--password-stdin");

        assertThat(created.err()).isEmpty();
        assertThat(created.exit()).isZero();
        assertThat(house.run("user", "list").out().lines())
                .containsExactly(
                        "LOGIN  NAME         EMAIL            PHONE  GROUPS  STATE",
                        "ann    Ann Example  ann@example.com         staff   active");
    }
}
