package dev.slipway.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.admin.TestHouse;
import dev.slipway.base.fleet.messages.Message;
import dev.slipway.base.fleet.messages.Message.Progress;
import dev.slipway.base.fleet.messages.Message.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator does with messages, from the first gateway to a dead letter. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MessageCommandsTest {
    private TestHouse house;
    private Path directory;

    @BeforeAll
    void open(@TempDir Path directory) throws IOException {
        this.directory = directory;
        house = new TestHouse(directory);
        house.run("user", "create", "ann", "--name", "Ann", "--phone", "+41 79 123 45 67", "--locale", "de-CH");
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    @Order(1)
    void suppliers_say_what_they_want_to_know() {
        assertThat(house.run("gateway", "suppliers").out()).contains("vonage", "kannel", "smtp", "file");
        assertThat(house.run("gateway", "suppliers", "vonage").out()).contains("api_secret", "rest.nexmo.com");
        assertThat(house.run("gateway", "suppliers", "pigeon").exit()).isEqualTo(Exit.NOT_FOUND);
    }

    @Test
    @Order(2)
    void a_gateway_is_created_with_secrets_from_standard_input_and_never_shows_them() {
        TestHouse.Ran made = house.runWith(
                "api_secret=hunter2\n",
                "gateway",
                "create",
                "main",
                "--supplier",
                "vonage",
                "--set",
                "api_key=abc",
                "--set",
                "from=Slipway",
                "--prefix",
                "+49",
                "--rank",
                "5",
                "--secrets-stdin");

        assertThat(made.exit()).as(made.err()).isEqualTo(Exit.OK);
        assertThat(made.out()
                        + house.run("gateway", "show", "main", "-o", "json").out())
                .contains("api_secret", "+49")
                .doesNotContain("hunter2");
        assertThat(house.run("gateway", "change", "main", "--rank", "1").exit()).isEqualTo(Exit.OK);
        assertThat(house.run("gateway", "change", "main", "--set", "url=https://elsewhere.example.com/"))
                .as("a secret is not sent to another place than it was given for")
                .returns(Exit.INVALID, TestHouse.Ran::exit)
                .extracting(TestHouse.Ran::err)
                .asString()
                .contains("gateway.field-missing");
        assertThat(house.run("gateway", "create", "x", "--supplier", "vonage", "--set", "api_key=abc")
                        .err())
                .contains("gateway.field-missing", "needs api_secret, from");
        assertThat(house.run("gateway", "create", "x", "--supplier", "vonage", "--prefix", "41")
                        .err())
                .contains("gateway.use");
    }

    @Test
    @Order(3)
    void a_gateway_is_tested_by_a_message_of_its_own() throws IOException {
        house.run("gateway", "create", "files", "--supplier", "file", "--rank", "9");

        TestHouse.Ran tested = house.run("gateway", "test", "files", "--to", "+41791234567", "--language", "fr");

        assertThat(tested.exit()).as(tested.err()).isEqualTo(Exit.OK);
        assertThat(tested.out()).contains("taken");
        try (var files = Files.walk(directory.resolve("messages"))) {
            Path file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            assertThat(Files.readString(file))
                    .isEqualTo("To: +41791234567\n\nMessage d'essai de it@example.com par files.\n");
        }
        assertThat(house.run("gateway", "show", "files", "-o", "json").out())
                .containsPattern("\"parts_max\"\\s*:\\s*255")
                .containsPattern("\"receipts\"\\s*:\\s*false");
        assertThat(house.run("gateway", "list").out()).contains("2026-11-22T10:00:00Z");
        assertThat(house.run("gateway", "test", "files", "--to", "nowhere").err())
                .contains("input.phone");
    }

    @Test
    @Order(4)
    void a_gateway_that_cannot_be_reached_says_so() {
        house.runWith(
                "password=p\n",
                "gateway",
                "create",
                "down",
                "--supplier",
                "kannel",
                "--set",
                "username=u",
                "--set",
                "url=http://127.0.0.1:1/",
                "--secrets-stdin");

        assertThat(house.run("gateway", "test", "down", "--to", "+41791234567"))
                .returns(Exit.INVALID, TestHouse.Ran::exit)
                .extracting(TestHouse.Ran::out)
                .asString()
                .contains("not-sent", "cannot be reached");
        assertThat(house.run("gateway", "show", "down").out()).contains("travel in clear");
        assertThat(house.run("gateway", "remove", "down").exit()).isEqualTo(Exit.OK);
    }

    @Test
    @Order(5)
    void a_template_is_previewed_set_and_reset() throws IOException {
        assertThat(house.run("template", "list").out())
                .contains("activation", "bootstrap", "Votre logiciel", "bootstrap");
        TestHouse.Ran dear =
                house.run("template", "preview", "test", "sms", "de", "--text", "Gr\u00fc\u00dfe \u2013 ${gateway}");
        assertThat(dear.out()).contains("Gr\u00fc\u00dfe \u2013 sms-main");
        assertThat(dear.err()).contains("1 short message(s) of UCS-2, 16 units", "\u2013");

        Path file = Files.writeString(directory.resolve("text"), "Meine ${link}\n\u00a9\n");
        assertThat(house.run("template", "set", "test", "sms", "de", "--file", file.toString())
                        .err())
                .contains("template.variable-unknown", "gateway");
        assertThat(house.run("template", "set", "test", "sms", "de-CH", "--text", "Sali ${gateway}")
                        .exit())
                .isEqualTo(Exit.OK);
        assertThat(house.run("template", "show", "test", "sms", "de-CH").out()).isEqualTo("Sali ${gateway}\n");
        assertThat(house.run("template", "show", "test", "sms", "de").out()).startsWith("Testnachricht");
        assertThat(house.run("template", "reset", "test", "sms", "de-CH").exit())
                .isEqualTo(Exit.OK);
        assertThat(house.run("template", "show", "test", "sms", "de-CH").out()).startsWith("Testnachricht");
        assertThat(house.run("template", "reset", "test", "sms", "de-CH").exit())
                .isEqualTo(Exit.NOT_FOUND);
        assertThat(house.run("template", "show", "pigeon", "sms", "de").exit()).isEqualTo(Exit.NOT_FOUND);
    }

    @Test
    @Order(6)
    void a_message_is_queued_taken_back_and_sent_again() {
        TestHouse.Ran sent = house.run("message", "send", "--user", "ann", "--channel", "sms", "-o", "json");
        assertThat(sent.exit()).as(sent.err()).isEqualTo(Exit.OK);
        assertThat(sent.out())
                .contains("\"queued\"", "+41791234567", "files", "de-CH")
                .doesNotContain("cdzprov");
        String id = sent.out().replaceAll("(?s).*?\"id\" : \"(\\w+)\".*", "$1");

        assertThat(house.run("message", "send", "--user", "ann", "--channel", "email")
                        .err())
                .contains("message.no-address");
        assertThat(house.run("message", "list", "--state", "queued").out()).contains(id, "bootstrap");
        assertThat(house.run("message", "retry", id)).returns(Exit.CONFLICT, TestHouse.Ran::exit);
        assertThat(house.run("gateway", "remove", "files").exit()).isEqualTo(Exit.CONFLICT);
        becomes(id, State.FAILED);
        assertThat(house.run("message", "retry", id).out()).contains("queued");
        assertThat(house.run("message", "cancel", id).out()).contains("canceled");
        assertThat(house.run("message", "cancel", id)).returns(Exit.CONFLICT, TestHouse.Ran::exit);
        assertThat(house.run("message", "show", "0000000000001").exit()).isEqualTo(Exit.NOT_FOUND);
        assertThat(house.run("message", "list", "--state", "lost").exit()).isEqualTo(Exit.NOT_FOUND);
    }

    @Test
    @Order(7)
    void user_data_is_sent_as_it_is_or_refused() {
        TestHouse.Ran sent = house.run(
                "message",
                "send",
                "--user",
                "ann",
                "--channel",
                "sms",
                "--user-data",
                "0605040b8423f00fe0",
                "--header");
        assertThat(sent.exit()).as(sent.err()).isEqualTo(Exit.OK);
        assertThat(house.run("message", "send", "--user", "ann", "--channel", "sms", "--user-data", "0g")
                        .err())
                .contains("message.user-data");
        assertThat(house.run("message", "send", "--user", "ann", "--channel", "email", "--user-data", "00")
                        .err())
                .contains("message.user-data");
    }

    @Test
    @Order(8)
    void the_text_of_a_message_needs_neither_gateway_nor_user() {
        TestHouse.Ran shown = house.run("message", "generate");

        assertThat(shown.out()).contains("http://127.0.0.1:3605/get Key: ", "Host: 127.0.0.1 Port: 3605 cdzprov");
        assertThat(shown.err()).contains("1 short message(s)");
    }

    private void becomes(String id, State state) {
        house.acts().ledger().note(house.tenant(), stores -> {
            Message message = stores.messages().newest(List.of(State.QUEUED)).getFirst();
            Progress before = message.progress();
            stores.messages()
                    .replace(new Message(
                            message.id(),
                            message.content(),
                            message.recipient(),
                            new Progress(state, before.gateway(), before.attempts(), id, "", before.changed()),
                            message.created(),
                            message.expires()));
            return id;
        });
    }
}
