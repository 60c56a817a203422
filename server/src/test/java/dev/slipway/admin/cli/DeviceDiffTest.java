package dev.slipway.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.admin.TestHouse;
import dev.slipway.admin.TestHouse.Ran;
import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceDocument;
import dev.slipway.core.enroll.DeviceTypeSeed;
import dev.slipway.core.enroll.requests.Decision;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A snom phone that fetched its file, and what has changed since. */
class DeviceDiffTest {
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
        done("user", "create", "ann");
        assertThat(house.runWith("s3cret\n", "account", "create", "ann@example.com", "--user", "ann", "--secret-stdin")
                        .exit())
                .isZero();
        done("profile", "create", "house");
        done("profile", "set", "house", "--enforced", "snom.language=English", "--locked", "web.password=fir5t");
        done("assignment", "create", "--profile", "house", "--everyone");
        done("device", "create", "desk", "--type", "snom", "--user", "ann");
        done("device", "create", "laptop", "--type", "linux-x86_64", "--user", "ann");
        done("device", "address", "desk");
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

    private Device desk() {
        return house.ledger()
                .read(house.tenant(), stores -> stores.devices().named("desk").orElseThrow());
    }

    /** As the door sends it. */
    private String fetched() {
        var documents = house.parts().phones().documents();
        return house.ledger().note(house.tenant(), stores -> {
            var view = stores.view(desk().id(), "");
            var address = view.identity().address().orElseThrow();
            var order = documents.order(view, house.parts().phones().addresses().text(house.tenant(), address));
            var body = documents
                    .of(view.identity().type())
                    .orElseThrow()
                    .render("settings.xml", order)
                    .body();
            keep(stores.deviceDocuments(), body);
            return new String(body.toArray(), StandardCharsets.UTF_8);
        });
    }

    private void keep(dev.slipway.base.fleet.devices.DeviceDocuments documents, Bytes body) {
        var life = new DeviceDocument.Life(TestHouse.NOW, TestHouse.NOW.plus(Duration.ofDays(1)));
        documents.keep(
                new DeviceDocument(
                        desk().id(), "settings.xml", 1, "hash", life, new DeviceDocument.Body(body, "etag", 1)),
                0);
    }

    @Test
    void a_phone_that_fetched_nothing_is_said_to() {
        assertThat(done("device", "diff", "desk").out()).isEqualTo("desk has not fetched settings.xml yet\n");
    }

    @Test
    void a_phone_that_has_what_it_would_get_has_no_difference() {
        fetched();
        assertThat(done("device", "diff", "desk").out())
                .isEqualTo("no difference: desk has settings.xml of 2026-11-22T10:00:00Z as it would get it\n");
    }

    @Test
    void changed_lines_are_shown_with_some_around_them_and_no_secret_of_then_or_now() {
        String body = fetched();
        assertThat(body).contains("s3cret", "fir5t", "/d/");
        done("profile", "set", "house", "--enforced", "snom.language=Deutsch", "--locked", "web.password=sec0nd");
        assertThat(house.runWith("n3wer\n", "account", "update", "ann@example.com", "--secret-stdin")
                        .exit())
                .isZero();
        Ran diff = done("device", "diff", "desk", "--file", "settings.xml");
        assertThat(diff.out())
                .contains("--- desk settings.xml as fetched, of 2026-11-22T10:00:00Z")
                .contains("-    <language perm=\"RW\">English</language>\n+    <http_pass")
                .contains("+    <language perm=\"RW\">Deutsch</language>\n     <prov_polling_enabled")
                .contains("-    <user_pass idx=\"1\" perm=\"R\">****</user_pass>")
                .contains("+    <user_pass idx=\"1\" perm=\"R\">****</user_pass>")
                .contains("<http_pass perm=\"R\">****</http_pass>")
                .doesNotContain("s3cret", "n3wer", "fir5t", "sec0nd");
        assertThat(done("device", "diff", "desk", "-o", "json").out())
                .contains("\"state\" : \"different\"", "\"removed\" : 3", "\"added\" : 3", "\"not_shown\" : 0")
                .doesNotContain("s3cret", "n3wer", "fir5t", "sec0nd");
    }

    @Test
    void secrets_of_an_account_and_of_settings_that_are_gone_stay_hidden() {
        fetched();
        done("account", "remove", "ann@example.com");
        done("profile", "set", "house", "--unset", "web.password", "--unset", "snom.language");
        assertThat(done("device", "diff", "desk").out())
                .contains("-    <http_pass perm=\"R\">****</http_pass>", "-    <language perm=\"RW\">****</language>")
                .doesNotContain("s3cret", "fir5t");
    }

    @Test
    void a_new_address_is_a_difference_and_neither_is_shown() {
        String body = fetched();
        String server =
                "    <setting_server perm=\"RW\">http://127.0.0.1:3605/d/****/setting-files.xml</setting_server>";
        done("device", "address", "desk", "--rotate");
        assertThat(done("device", "diff", "desk").out())
                .contains("-" + server, "+" + server)
                .doesNotContain(body.replaceAll("(?s).*/d/([a-z2-7]{39})/.*", "$1"));
    }

    @Test
    void a_device_without_files_and_a_file_that_is_none_are_refused() {
        assertThat(house.run("device", "diff", "laptop").err()).contains("document.none");
        assertThat(house.run("device", "diff", "desk", "--file", "other.xml").exit())
                .isEqualTo(Exit.INVALID);
        assertThat(house.run("device", "diff", "nothing").exit()).isEqualTo(Exit.NOT_FOUND);
    }

    @Test
    void requests_show_what_was_decided_and_since_when() {
        house.requests()
                .note(desk().id(), new Decision.Steps("snom 710 from 192.0.2.7", "the device is blocked", "", "404"));
        assertThat(done("device", "requests", "desk").out())
                .contains("SINCE", "snom 710 from 192.0.2.7", "the device is blocked", "404");
    }
}
