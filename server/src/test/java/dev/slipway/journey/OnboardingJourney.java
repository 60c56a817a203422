package dev.slipway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.bootloader.protocol.LogonRequest;
import dev.slipway.bootloader.protocol.Secret;
import dev.slipway.bootloader.protocol.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three ways in: an administrator's message, the user's own request, a package that an older system brings. */
class OnboardingJourney {
    private static final String PASSWORD = "correct horse battery";

    private final House house = House.shared();
    private final Admin admin = house.admin();

    @TempDir
    Path directory;

    @Test
    void a_message_leads_the_user_to_working_software() {
        give("ann");
        Machine machine = Machine.in(directory.resolve("home"), PASSWORD);

        machine.follow("ann", house.cli("", "message", "generate", "--user", "ann"));

        assertThat(machine.installed("ann-phone", "version.txt")).isEqualTo("1.0");
        assertThat(admin.steps("ann"))
                .containsSubsequence("logon done", "download done", "verify done", "install done");
    }

    @Test
    void an_activation_asks_for_no_password_and_works_once() throws IOException {
        give("eve");
        Path document = directory.resolve("eve.slipway-activation");
        Files.writeString(
                document,
                admin.post("activations", java.util.Map.of("user", "eve"))
                        .done()
                        .at("/handover/document")
                        .toString());
        Machine machine = Machine.in(directory.resolve("home"), "no password");

        machine.done(document.toString());

        assertThat(machine.installed("eve-phone", "version.txt")).isEqualTo("1.0");
        String ticket =
                JsonReader.document(Files.readAllBytes(document)).get("ticket").text();
        assertThat(PlainDevice.at(house, "EVE-2")
                        .logOn("linux", new LogonRequest.Ticket(new Secret(ticket)))
                        .statusCode())
                .as("another device")
                .isEqualTo(403);
    }

    @Test
    void a_user_fetches_the_package_of_the_page_and_needs_nothing_else() throws IOException {
        give("ben");
        Path unpacked = unpacked("/get/linux");
        assertThat(unpacked.resolve("bootloader.properties"))
                .content()
                .contains("port=" + house.ports().tls());

        packaged(unpacked).done("--login", "ben");

        assertThat(packaged(unpacked).installed("ben-phone", "version.txt")).isEqualTo("1.0");
    }

    @Test
    void a_migration_package_removes_the_old_client_only_after_the_new_one_is_verified() throws IOException {
        Path old = Files.createDirectories(directory.resolve("old-client"));
        Files.writeString(old.resolve("client"), "old");
        give("cleo");
        byte[] damaged = Zip.of("version.txt", "2.0");
        String replaces = "[{\"directory\":\"" + old + "\"}]";
        admin.publish("cleo-phone", "2.0", damaged, replaces).done();
        Path stored = house.artifact(Bytes.sha256(damaged));
        Bytes.flip(stored);
        Machine machine = packaged(edited(unpacked("/get/migration")));

        assertThat(machine.run("--login", "cleo").exit()).isEqualTo(7);
        assertThat(old.resolve("client")).exists();

        Bytes.flip(stored);
        machine.done("check-now");
        assertThat(machine.installed("cleo-phone", "version.txt")).isEqualTo("2.0");
        assertThat(old).doesNotExist();
    }

    /** A user who has an application of his own. */
    private void give(String login) {
        admin.user(login, PASSWORD);
        admin.publish(login + "-phone", "1.0", Zip.of("version.txt", "1.0"));
        admin.assign("application", login + "-phone", "user:" + login);
    }

    private Machine packaged(Path unpacked) {
        return new Machine(unpacked.resolve("bootloader.jar"), directory.resolve("home"), PASSWORD);
    }

    /** Follows the page's link for Linux and unpacks what it leads to. */
    private Path unpacked(String page) throws IOException {
        String html = text(house.portal().resolve(page));
        Matcher link = Pattern.compile("href=\"([^\"]*linux[^\"]*\\.zip)\"").matcher(html);
        assertThat(link.find()).as(html).isTrue();
        try (InputStream zip =
                house.portal().resolve(page).resolve(link.group(1)).toURL().openStream()) {
            unpack(zip);
        }
        return directory.resolve("slipway-bootloader");
    }

    private void unpack(InputStream stream) throws IOException {
        try (var zip = new ZipInputStream(stream)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = directory.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
    }

    /** As an administrator of the older system does who reaches this server by another name. */
    private static Path edited(Path unpacked) throws IOException {
        Path properties = unpacked.resolve("bootloader.properties");
        String text = Files.readString(properties);
        assertThat(text).contains("host=127.0.0.1");
        Files.writeString(properties, text.replace("host=127.0.0.1", "host=localhost"));
        return unpacked;
    }

    private static String text(URI address) throws IOException {
        try (InputStream page = address.toURL().openStream()) {
            return new String(page.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
