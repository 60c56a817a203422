package dev.slipway.admin.act.activations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.admin.TestHouse;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The acts of who brings people into service, by the command line as a CSR would type them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActivationActsTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private TestHouse house;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        house = new TestHouse(directory);
        done("gateway", "create", "letters", "--supplier", "file");
        done("gateway", "test", "letters", "--to", "+41790000000");
        done("profile", "create", "phones");
        done("profile", "set", "phones", "--enforced", "account.user_name=${account.user}");
        done("group", "create", "staff");
        done("device-type", "create", "linphone", "--platform", "softphone", "--takes", "linphone-config");
    }

    @AfterAll
    void close() {
        house.close();
    }

    private String done(String... words) {
        TestHouse.Ran ran = house.run(words);
        assertThat(ran.exit()).as(ran.err() + ran.out()).isZero();
        return ran.out();
    }

    private JsonNode json(String... words) {
        String[] all = java.util.Arrays.copyOf(words, words.length + 2);
        all[words.length] = "-o";
        all[words.length + 1] = "json";
        return JSON.readTree(done(all));
    }

    private String refused(String... words) {
        TestHouse.Ran ran = house.run(words);
        assertThat(ran.exit()).as(ran.out()).isNotZero();
        return ran.err();
    }

    private JsonNode issued(String login, String... more) {
        List<String> words = new java.util.ArrayList<>(
                List.of("activation", "issue", "--name", "Ann " + login, "--login", login, "--phone", "+41791234567"));
        words.addAll(List.of(
                "--account", login + "@example.com", "--profile", "phones", "--group", "staff", "--channel", "sms"));
        words.addAll(List.of(more));
        return json(words.toArray(String[]::new));
    }

    private JsonNode shown(JsonNode issued) {
        return json("activation", "show", issued.path("id").asString());
    }

    private JsonNode account(String login) {
        return json("account", "show", login + "@example.com");
    }

    @Test
    void one_act_makes_user_account_profile_activation_and_both_messages() {
        JsonNode issued = issued("ann");
        JsonNode shown = shown(issued);

        assertThat(json("user", "show", "ann").path("groups").toString()).contains("staff");
        assertThat(account("ann").at("/service/state").asString()).isEqualTo("disabled");
        assertThat(account("ann").path("has_secret").asBoolean()).isTrue();
        assertThat(done("assignment", "list")).contains("account:ann@example.com");
        assertThat(shown.path("state").asString()).isEqualTo("issued");
        assertThat(shown.path("messages").findValuesAsString("kind"))
                .containsExactlyInAnyOrder("installation", "activation");
        assertThat(issued.has("handover"))
                .as("the links are on their way and shown to nobody")
                .isFalse();
    }

    @Test
    void with_no_channel_the_links_are_shown_and_nothing_is_sent() {
        done("user", "create", "nora");
        JsonNode issued = json("activation", "issue", "--user", "nora");

        assertThat(issued.at("/handover/installation").asString()).startsWith("http://127.0.0.1:3605/i/");
        assertThat(issued.at("/handover/activation").asString()).startsWith("http://127.0.0.1:3605/a/");
        assertThat(issued.at("/handover/code").asString()).matches("[0-9A-HJKMNP-TV-Z]{8}");
        assertThat(shown(issued).path("messages")).isEmpty();
    }

    @Test
    void a_pin_is_told_by_another_way_than_the_link() {
        assertThat(issued("pia", "--pin").at("/handover/pin").asString()).matches("[0-9]{6}");
    }

    @Test
    void what_is_missing_is_named_all_at_once_and_nothing_is_made() {
        String said =
                refused("activation", "issue", "--login", "gap", "--account", "gap@example.com", "--channel", "email");

        assertThat(said).contains("activation.not-ready", "profile:", "address:");
        assertThat(refused("user", "show", "gap")).contains("fleet.unknown");
        assertThat(refused("account", "show", "gap@example.com")).contains("fleet.unknown");
    }

    @Test
    void a_dry_run_says_whether_anything_is_missing_and_does_nothing() {
        TestHouse.Ran gap =
                house.run("activation", "issue", "--login", "dora", "--account", "dora@example.com", "--dry-run");
        assertThat(gap.exit()).isEqualTo(7);
        assertThat(gap.out()).contains("false", "profile:");
        assertThat(done(
                        "activation",
                        "issue",
                        "--login",
                        "dora",
                        "--account",
                        "dora@example.com",
                        "--profile",
                        "phones",
                        "--dry-run"))
                .contains("true");
        assertThat(refused("user", "show", "dora")).contains("fleet.unknown");
    }

    @Test
    void a_gateway_that_was_never_tested_is_a_gap() {
        done("gateway", "create", "fresh", "--supplier", "file", "--rank", "9", "--prefix", "+4177");
        String said = refused(
                "activation",
                "issue",
                "--login",
                "fred",
                "--phone",
                "+41771234567",
                "--account",
                "fred@example.com",
                "--profile",
                "phones",
                "--channel",
                "sms");
        done("gateway", "remove", "fresh");

        assertThat(said).contains("activation.not-ready", "gateway: The gateway fresh was not tested");
    }

    @Test
    void a_host_that_settings_name_and_nobody_entered_is_a_gap() {
        done("profile", "create", "hosted");
        done("profile", "set", "hosted", "--enforced", "account.registrar=${host.registrar}");
        String said = refused(
                "activation", "issue", "--login", "hugo", "--account", "hugo@example.com", "--profile", "hosted");

        assertThat(said).contains("activation.not-ready", "hosts:", "registrar");
    }

    @Test
    void a_new_activation_of_an_account_makes_the_one_before_void() {
        JsonNode first = issued("rita");
        JsonNode second =
                json("activation", "issue", "--user", "rita", "--account", "rita@example.com", "--channel", "sms");

        assertThat(shown(first).path("state").asString()).isEqualTo("revoked");
        assertThat(shown(first).path("messages").findValuesAsString("state")).containsOnly("canceled");
        assertThat(shown(second).path("state").asString()).isEqualTo("issued");
    }

    @Test
    void several_computers_of_a_person_are_activated_beside_each_other() {
        done("user", "create", "carl");
        JsonNode first = json("activation", "issue", "--user", "carl");
        json("activation", "issue", "--user", "carl");

        assertThat(shown(first).path("state").asString()).isEqualTo("issued");
    }

    @Test
    void each_message_is_sent_again_by_itself() {
        JsonNode issued = issued("sven");
        done("activation", "send", issued.path("id").asString(), "--channel", "sms", "--kind", "activation");

        assertThat(shown(issued).path("messages").findValuesAsString("kind"))
                .containsExactlyInAnyOrder("installation", "activation", "activation");
    }

    @Test
    void a_corrected_number_makes_the_links_void_that_somebody_else_got() {
        done("user", "create", "wilma", "--phone", "+41790000001");
        JsonNode issued = json("activation", "issue", "--user", "wilma");
        String id = issued.path("id").asString();
        String code = json("activation", "code", id).path("code").asString();
        done("activation", "send", id, "--channel", "sms", "--to", "+41790000002");

        assertThat(json("user", "show", "wilma").at("/person/phone").asString()).isEqualTo("+41790000002");
        assertThat(issued.at("/handover/code").asString()).isEqualTo(code);
        assertThat(json("activation", "code", id).path("code").asString()).isNotEqualTo(code);
    }

    @Test
    void it_is_undone_as_if_it_had_never_been() {
        JsonNode issued = issued("uwe");
        done("activation", "undo", issued.path("id").asString());

        assertThat(refused("user", "show", "uwe")).contains("fleet.unknown");
        assertThat(refused("account", "show", "uwe@example.com")).contains("fleet.unknown");
        assertThat(refused("activation", "show", issued.path("id").asString())).contains("fleet.unknown");
        assertThat(done("assignment", "list")).doesNotContain("uwe@example.com");
    }

    @Test
    void a_lost_device_is_blocked_its_account_disabled_and_every_link_void() {
        JsonNode issued = issued("lena");
        done("device", "create", "lena-phone", "--type", "linphone", "--user", "lena");
        done("account", "change", "lena@example.com", "--state", "active");
        done("device", "lost", "lena-phone");

        assertThat(json("device", "show", "lena-phone").path("state").asString())
                .isEqualTo("blocked");
        assertThat(account("lena").at("/service/state").asString()).isEqualTo("disabled");
        assertThat(shown(issued).path("state").asString()).isEqualTo("revoked");
    }

    @Test
    void it_lives_from_one_minute_to_thirty_days() {
        done("user", "create", "lia");
        UnaryOperator<String> life =
                minutes -> house.run("activation", "issue", "--user", "lia", "--life-minutes", minutes)
                        .err();

        assertThat(life.apply("0")).contains("activation.life");
        assertThat(life.apply("1")).isEmpty();
        assertThat(life.apply("43200")).isEmpty();
        assertThat(life.apply("43201")).contains("activation.life");
    }

    @Test
    void either_a_user_or_a_person_is_named() {
        assertThat(refused("activation", "issue", "--channel", "none")).contains("activation.one-person");
        assertThat(refused("activation", "issue", "--name", "Nobody")).contains("activation.no-login");
    }
}
