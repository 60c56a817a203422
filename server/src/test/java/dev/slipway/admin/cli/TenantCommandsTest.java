package dev.slipway.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.admin.TestHouse;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A second organization on the same server, from its first day on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TenantCommandsTest {
    private TestHouse house;

    @BeforeAll
    void open(@TempDir Path directory) throws IOException {
        house = new TestHouse(directory);
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    @Order(1)
    void one_tenant_needs_no_name() {
        assertThat(house.run("tenant", "show").out()).contains("it@example.com");
        assertThat(house.run("tenant", "update", "--host", "BOOT.example.com").out())
                .contains("boot.example.com");
        assertThat(house.run("tenant", "update", "--public-url", "ftp://x").exit())
                .isEqualTo(Exit.INVALID);
    }

    @Test
    @Order(2)
    void a_new_tenant_has_device_types_and_says_how_to_go_on() {
        TestHouse.Ran made = house.run("tenant", "create", "acme", "--public-url", "https://acme.example.com");

        assertThat(made.exit()).as(made.err()).isEqualTo(Exit.OK);
        assertThat(made.out()).contains("acme@acme.example.com");
        assertThat(made.err()).contains("administrator create LOGIN --role administrator --tenant acme");
        assertThat(house.run("device-type", "list", "--tenant", "acme").out()).contains("linux");
        assertThat(house.run("journal", "list", "--tenant", "acme").out()).contains("tenant.create", "server local");
    }

    @Test
    @Order(3)
    void with_two_of_them_a_command_says_which_one_it_means() {
        assertThat(house.run("user", "list"))
                .returns(Exit.INVALID, TestHouse.Ran::exit)
                .extracting(TestHouse.Ran::err)
                .asString()
                .contains("tenant.unclear", "default, acme", "--tenant");
        assertThat(house.run("user", "create", "ann", "--tenant", "acme").exit())
                .isEqualTo(Exit.OK);
        assertThat(house.run("user", "list", "--tenant", "acme@acme.example.com")
                        .out())
                .contains("ann");
        assertThat(house.run("user", "list", "--tenant", "default").out()).doesNotContain("ann");
        assertThat(house.run("user", "list", "--tenant", "nobody").exit()).isEqualTo(Exit.NOT_FOUND);
    }

    @Test
    @Order(4)
    void what_concerns_the_installation_needs_no_tenant() {
        assertThat(house.run("tenant", "list").out()).contains("default", "acme");
        assertThat(house.run("tenant", "show", "acme").out()).contains("https://acme.example.com");
        assertThat(house.run("tenant", "show").exit()).isEqualTo(Exit.USAGE);
        assertThat(house.run("keys", "list").exit()).isEqualTo(Exit.OK);
        assertThat(house.run("server", "status").exit()).isEqualTo(Exit.OK);
    }

    @Test
    @Order(5)
    void a_name_alias_or_host_is_taken_once() {
        assertThat(house.run("tenant", "create", "ACME", "--public-url", "https://x.example.com")
                        .exit())
                .isEqualTo(Exit.INVALID);
        assertThat(house.run("tenant", "create", "acme", "--public-url", "https://x.example.com")
                        .exit())
                .isEqualTo(Exit.CONFLICT);
        assertThat(house.run(
                        "tenant",
                        "create",
                        "third",
                        "--public-url",
                        "https://x.example.com",
                        "--alias",
                        "ACME@acme.example.com"))
                .returns(Exit.CONFLICT, TestHouse.Ran::exit)
                .extracting(TestHouse.Ran::err)
                .asString()
                .contains("alias");
        assertThat(house.run("tenant", "update", "acme", "--host", "boot.example.com"))
                .returns(Exit.CONFLICT, TestHouse.Ran::exit)
                .extracting(TestHouse.Ran::err)
                .asString()
                .contains("host name");
        assertThat(house.run("tenant", "list").out()).doesNotContain("third");
    }

    @Test
    @Order(6)
    void its_administrator_sees_and_changes_no_other_tenant() {
        house.run("administrator", "create", "boss", "--role", "administrator", "--tenant", "acme");
        String token = house.run("token", "issue", "laptop", "--administrator", "boss", "--tenant", "acme")
                .out()
                .strip();

        assertThat(house.runAs(token, "tenant", "list").out()).contains("acme").doesNotContain("default");
        assertThat(house.runAs(token, "tenant", "update", "--alias", "it@acme.example.com")
                        .exit())
                .isEqualTo(Exit.OK);
        assertThat(house.runAs(token, "tenant", "show", "default").exit()).isEqualTo(Exit.NOT_FOUND);
        assertThat(house.runAs(token, "user", "list", "--tenant", "default"))
                .returns(Exit.NOT_ALLOWED, TestHouse.Ran::exit)
                .extracting(TestHouse.Ran::err)
                .asString()
                .contains("tenant.not-yours");
        assertThat(house.runAs(token, "tenant", "create", "x", "--public-url", "https://x.example.com"))
                .returns(Exit.NOT_ALLOWED, TestHouse.Ran::exit);
        assertThat(house.runAs(token, "keys", "rotate", "root")).returns(Exit.NOT_ALLOWED, TestHouse.Ran::exit);
    }
}
