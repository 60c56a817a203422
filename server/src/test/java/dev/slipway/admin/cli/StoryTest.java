package dev.slipway.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.admin.TestHouse;
import dev.slipway.base.fleet.Page;
import dev.slipway.base.fleet.devices.DeviceType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator does from the first user to the explained device. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryTest {
    private Path directory;
    private TestHouse house;

    @BeforeAll
    void open(@TempDir Path temporary) throws IOException {
        directory = temporary;
        house = new TestHouse(temporary);
        done("group", "create", "staff");
        done("user", "create", "bob", "--name", "Bob Example", "--group", "staff");
        done(
                "device-type",
                "create",
                "linux",
                "--maker",
                "any",
                "--family",
                "PC",
                "--platform",
                "linux",
                "--rule",
                "platform is linux",
                "--takes",
                "linux-x86_64",
                "--takes",
                "any");
        done("device", "create", "desk", "--type", "linux", "--user", "bob", "--identifier", "mac=00:04:13:AA:BB:CC");
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void a_published_application_reaches_the_devices_of_a_group() throws IOException {
        Path zip = zip("greeter.zip");

        var published = done(
                "application", "publish", "greeter", "1.2", "--file", zip.toString(), "--replaces-dir", "/opt/old");
        done("assignment", "create", "--application", "greeter", "--group", "staff");

        assertThat(published.err()).contains("uploading greeter.zip", "published");
        assertThat(done("device", "explain", "desk").out()).contains("greeter 1.2", "from greeter at staff");
        assertThat(done("release", "list", "--application", "greeter", "-o", "csv")
                        .out())
                .startsWith("application,version,state,published,id\ngreeter,1.2,published,2026-11-22T10:00:00Z,");
        done("release", "withdraw", "greeter", "1.2");
        assertThat(done("device", "explain", "desk").out()).contains("no release of greeter is published");
    }

    @Test
    void a_policy_is_set_key_by_key_and_explained() {
        done("profile", "create", "calm", "--kind", "policy");
        done("profile", "set", "calm", "--locked", "polling.mode=rel", "--enforced", "polling.period_seconds=3600");
        done("profile", "set", "calm", "--unset", "polling.period_seconds");
        done("assignment", "create", "--profile", "calm", "--everyone", "--rank", "5", "--final");

        assertThat(done("device", "explain", "desk").out())
                .contains("polling.mode = rel (locked)", "from calm at everyone")
                .doesNotContain("period_seconds");
        assertThat(house.run("profile", "set", "calm", "--enforced", "polling.mod=rel"))
                .returns(Exit.INVALID, TestHouse.Ran::exit)
                .extracting(TestHouse.Ran::err)
                .asString()
                .contains("did you mean polling.mode?", "settings.unknown-key");
    }

    @Test
    void a_message_names_the_address_the_key_and_the_alias() {
        assertThat(done("message", "generate", "--user", "bob", "--by-alias").out())
                .matches("http://127\\.0\\.0\\.1:3605/get Key: [A-Z2-7]{26} Alias: it@example\\.com cdzprov\n");
        assertThat(done("message", "generate", "--user", "bob").out()).contains("Host: 127.0.0.1 Port: 3605 cdzprov");
        Path drawing = directory.resolve("message.svg");
        assertThat(done("message", "generate", "--qr", "--qr-file", drawing.toString())
                        .err())
                .contains("1 short message(s)", "\u2588");
        assertThat(drawing).content().startsWith("<svg ").contains("aria-label=");
    }

    @Test
    void an_activation_is_issued_listed_and_revoked() {
        assertThat(done("activation", "issue", "--user", "bob", "-o", "json")
                        .out()
                        .replace(" ", ""))
                .contains("\"slipway_activation\":1", "\"ticket\":\"", "\"key\":\"", "http://127.0.0.1:3605/a/");
        String id = done("activation", "list", "--user", "bob", "-o", "csv")
                .out()
                .lines()
                .toList()
                .get(1)
                .split(",")[0];

        done("activation", "revoke", id);

        assertThat(done("activation", "list", "--user", "bob").out()).contains("revoked");
    }

    @Test
    void a_claim_is_tried_against_the_types() {
        assertThat(done("device-type", "test", "--claim", "platform=linux").out())
                .contains("linux");
        assertThat(house.run("device-type", "test", "--claim", "platform=beos").exit())
                .isEqualTo(Exit.INVALID);
    }

    @Test
    void a_device_is_blocked_and_let_in_again() {
        done("device", "create", "hall", "--type", "linux");
        assertThat(done("device", "block", "hall").out()).contains("blocked");
        assertThat(house.run("device", "block", "hall"))
                .returns(Exit.CONFLICT, TestHouse.Ran::exit)
                .extracting(TestHouse.Ran::err)
                .asString()
                .contains("device.state");
        assertThat(done("device", "unblock", "hall").out()).contains("active");
        assertThat(done("device", "timeline", "hall").out()).startsWith("AT");
    }

    @Test
    void a_key_is_rotated_and_the_journal_says_by_whom() {
        long before = done("keys", "list").out().lines().count();

        done("keys", "rotate", "bundle");

        assertThat(done("keys", "list").out().lines().count()).isEqualTo(before + 1);
        assertThat(done("keys", "export").out()).contains("signatures");
        assertThat(done("journal", "list").out()).contains("server local", "user.create", "bob");
    }

    @Test
    void the_marks_of_a_device_are_normalized() {
        assertThat(done("device", "show", "desk").out()).contains("000413aabbcc");
        List<DeviceType> types = house.ledger()
                .read(house.tenant(), stores -> stores.deviceTypes().list(Page.first(10)));
        assertThat(types).extracting(DeviceType::takes).containsExactly(List.of("linux-x86_64", "any"));
    }

    @Test
    void what_a_platform_gets_is_told_and_an_address_is_tried() throws IOException {
        done(
                "application",
                "publish",
                "fetcher",
                "1.0",
                "--file",
                zip("fetcher.zip").toString());
        done("download-address", "create", "--application", "fetcher", "--platform", "linux", "--release", "1.0");
        done("application-host", "create", "nowhere", "--host", "127.0.0.1", "--port", "1");

        TestHouse.Ran resolved = done("download-address", "resolve", "--user-agent", "Mozilla (X11; Linux)");
        assertThat(resolved.err()).contains("platform linux: the Bootloader's package");
        assertThat(resolved.out()).contains("fetcher", "/artifact/");
        assertThat(done("download-address", "resolve", "--platform", "ios").out())
                .doesNotContain("fetcher");
        TestHouse.Ran tried = house.run("application-host", "probe", "nowhere");
        assertThat(tried.exit()).isEqualTo(Exit.INVALID);
        assertThat(tried.out()).contains("connection", "Nothing answers at 127.0.0.1 port 1");
    }

    private TestHouse.Ran done(String... arguments) {
        TestHouse.Ran ran = house.run(arguments);
        assertThat(ran.exit()).as("%s: %s", List.of(arguments), ran.err()).isEqualTo(Exit.OK);
        return ran;
    }

    private Path zip(String name) throws IOException {
        Path file = directory.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("hello.txt"));
            zip.write("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return file;
    }
}
