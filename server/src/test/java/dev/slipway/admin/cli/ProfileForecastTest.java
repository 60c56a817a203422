package dev.slipway.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.admin.TestHouse;
import dev.slipway.admin.TestHouse.Ran;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.core.enroll.DeviceTypeSeed;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two snom phones, one of ann with an account; a Yealink and a machine. The profile is given to everyone. */
class ProfileForecastTest {
    private TestHouse house;

    @BeforeEach
    void open(@TempDir Path directory) throws Exception {
        house = new TestHouse(directory);
        house.ledger()
                .write(
                        house.tenant(),
                        Actor.HOUSE,
                        new Act("test.act", ""),
                        stores -> DeviceTypeSeed.into(stores, new Random(1)));
        done("group", "create", "hall");
        done("user", "create", "ann");
        assertThat(house.runWith("s3cret\n", "account", "create", "ann@example.com", "--user", "ann", "--secret-stdin")
                        .exit())
                .isZero();
        done("device", "create", "lift", "--type", "snom", "--group", "hall");
        done("device", "create", "desk", "--type", "snom", "--user", "ann");
        done("device", "create", "gate", "--type", "yealink", "--group", "hall");
        done("device", "create", "laptop", "--type", "linux-x86_64", "--user", "ann");
        done("profile", "create", "house");
        done("assignment", "create", "--profile", "house", "--everyone");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Ran done(String... words) {
        Ran ran = house.run(words);
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran;
    }

    private Ran dry(String... settings) {
        String[] words = new String[4 + settings.length];
        System.arraycopy(new String[] {"profile", "set", "house", "--dry-run"}, 0, words, 0, 4);
        System.arraycopy(settings, 0, words, 4, settings.length);
        return done(words);
    }

    @Test
    void a_key_of_one_maker_changes_its_phones_and_those_without_files() {
        assertThat(dry("--enforced", "snom.language=Deutsch").out()).matches("""
                changes 3 of the 4 devices that it reaches
                  2 of type snom, such as (lift|desk)
                    snom.language: nothing -> Deutsch \\(enforced\\)
                  1 of type linux-x86_64, such as laptop
                    snom.language: nothing -> Deutsch \\(enforced\\)
                """);
    }

    @Test
    void a_dry_run_changes_nothing_and_a_change_says_first_what_it_does() {
        Ran dry = dry("--locked", "web.password=fir5t");
        assertThat(dry.err()).contains("nothing is changed");
        assertThat(dry.out()).contains("web.password: nothing -> **** (locked)").doesNotContain("fir5t");
        assertThat(done("profile", "show", "house").out()).doesNotContain("web.password");

        Ran change = done("profile", "set", "house", "--locked", "web.password=fir5t");
        assertThat(change.err()).contains("changes 4 of the 4 devices that it reaches");
        assertThat(change.out()).contains("web.password");

        assertThat(dry("--locked", "web.password=sec0nd").out())
                .contains("changes 4 of the ", "web.password: **** (locked) -> **** (locked)")
                .doesNotContain("fir5t", "sec0nd");
        assertThat(dry("--locked", "web.password=fir5t").out()).startsWith("changes 0 of the ");
    }

    @Test
    void a_new_name_changes_no_device() {
        assertThat(done("profile", "update", "house", "--name", "rules", "--dry-run")
                        .out())
                .startsWith("changes 0 of the ");
        assertThat(done("profile", "update", "house", "--name", "rules").err()).contains("changes 0 of the ");
        assertThat(done("profile", "list").out()).contains("rules");
    }

    @Test
    void a_stronger_profile_keeps_its_devices_as_they_are() {
        done("profile", "create", "loud");
        done("profile", "set", "loud", "--enforced", "snom.language=Italiano");
        done("assignment", "create", "--profile", "loud", "--group", "hall");
        assertThat(dry("--enforced", "snom.language=Deutsch").out()).contains("1 of type snom, such as desk");
        assertThat(done("profile", "set", "loud", "--dry-run", "--unset", "snom.language")
                        .out())
                .startsWith("changes 1 of the 2 devices that it reaches")
                .contains("snom.language: Italiano (enforced) -> nothing");
    }

    @Test
    void a_setting_of_accounts_changes_only_devices_on_which_one_stands() {
        assertThat(dry("--enforced", "account.expires_seconds=600").out())
                .startsWith("changes 2 of the 4 devices that it reaches")
                .contains("1 of type snom, such as desk", "account.1.expires_seconds: nothing -> 600 (enforced)");
    }

    @Test
    void a_profile_of_an_account_changes_the_devices_of_its_user_and_those_on_which_it_was_placed() {
        done("profile", "create", "voice");
        done("assignment", "create", "--profile", "voice", "--account", "ann@example.com");
        done("device", "place", "gate", "--account", "ann@example.com");
        assertThat(done("profile", "set", "voice", "--dry-run", "--enforced", "account.expires_seconds=600")
                        .out())
                .startsWith("changes 3 of the 3 devices that it reaches")
                .contains("such as desk", "such as gate", "such as laptop");
    }

    @Test
    void settings_of_an_application_change_devices_that_get_it() {
        assertThat(dry("--enforced", "application.greeter.name=Ann").out()).startsWith("changes 0 of the ");
    }

    @Test
    void a_change_after_which_a_device_would_get_nothing_says_so() {
        assertThat(dry("--enforced", "snom.language=${user.phone}").out())
                .contains("REFUSED from then on: the setting snom.language of device")
                .contains("needs ${user.phone}");
    }

    @Test
    void what_the_change_would_refuse_is_refused() {
        Ran ran = house.run("profile", "set", "house", "--dry-run", "--enforced", "no.such_key=1");
        assertThat(ran.err()).contains("settings.unknown-key");
        assertThat(ran.exit()).isEqualTo(Exit.INVALID);
    }

    @Test
    void the_answer_says_what_was_counted_and_what_was_sampled() {
        assertThat(dry("--enforced", "snom.language=Deutsch", "-o", "json").out())
                .contains("\"judged\" : \"Devices are counted.", "\"not_looked_at\" : 0", "\"device_type\" : \"snom\"");
    }

    @Test
    void a_profile_given_to_nobody_changes_nothing() {
        done("profile", "create", "idle");
        assertThat(done("profile", "set", "idle", "--enforced", "snom.language=Deutsch")
                        .err())
                .contains("changes 0 of the 0 devices that it reaches");
    }
}
