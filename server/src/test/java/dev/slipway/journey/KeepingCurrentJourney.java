package dev.slipway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator changes reaches the device with its next poll. */
class KeepingCurrentJourney {
    private static final String PASSWORD = "correct horse battery";

    private final House house = House.shared();
    private final Admin admin = house.admin();

    @TempDir
    Path directory;

    @Test
    void an_application_that_is_taken_back_is_uninstalled() {
        Machine machine = machine("nina");
        admin.publish("nina-phone", "1.0", Zip.of("version.txt", "1.0"));
        String assignment = admin.assign("application", "nina-phone", "user:nina");
        machine.follow("nina", admin.message("nina"));
        assertThat(machine.has("nina-phone")).isTrue();

        admin.bare("DELETE", "assignments/" + assignment).done();
        machine.done("check-now");

        assertThat(machine.has("nina-phone")).isFalse();
        assertThat(admin.steps("nina")).endsWith("remove started", "remove done");
    }

    @Test
    void a_release_that_is_withdrawn_gives_way_to_the_one_before() {
        Machine machine = machine("olaf");
        admin.publish("olaf-phone", "1.0", Zip.of("version.txt", "1.0"));
        admin.publish("olaf-phone", "2.0", Zip.of("version.txt", "2.0"));
        admin.assign("application", "olaf-phone", "user:olaf");
        machine.follow("olaf", admin.message("olaf"));
        assertThat(machine.installed("olaf-phone", "version.txt")).isEqualTo("2.0");

        String newest = admin.list("applications/olaf-phone/releases").stream()
                .filter(release -> release.path("version").asString().equals("2.0"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        admin.bare("POST", "releases/" + newest + "/withdraw").done();
        machine.done("check-now");

        assertThat(machine.installed("olaf-phone", "version.txt")).isEqualTo("1.0");
    }

    @Test
    void a_changed_setting_and_a_changed_plan_reach_the_device() {
        Machine machine = machine("paul");
        admin.publish("paul-phone", "1.0", Zip.of("version.txt", "1.0"));
        admin.assign("application", "paul-phone", "user:paul");
        admin.profile(
                "paul-rules",
                "application.paul-phone.greeting=Hello",
                "polling.enabled=true",
                "polling.mode=rnd",
                "polling.period_seconds=3600");
        admin.assign("profile", "paul-rules", "user:paul");
        machine.follow("paul", admin.message("paul"));
        assertThat(machine.text("apps/paul-phone/settings.properties")).contains("greeting=Hello");
        assertThat(machine.status().path("polling").toString()).contains("3600");

        admin.patch(
                        "profiles/paul-rules",
                        Map.of(
                                "settings",
                                Admin.settings(
                                        "application.paul-phone.greeting=Bonjour",
                                        "polling.enabled=true",
                                        "polling.mode=rnd",
                                        "polling.period_seconds=7200")))
                .done();
        machine.done("check-now");

        assertThat(machine.text("apps/paul-phone/settings.properties")).contains("greeting=Bonjour");
        assertThat(machine.status().path("polling").toString()).contains("7200");
    }

    @Test
    void a_polling_device_takes_a_newer_release_by_itself_and_ends_when_told() {
        Machine machine = machine("quinn");
        admin.publish("quinn-phone", "1.0", Zip.of("version.txt", "1.0"));
        admin.assign("application", "quinn-phone", "user:quinn");
        admin.profile("quinn-rules", "polling.enabled=true", "polling.mode=rnd", "polling.period_seconds=10");
        admin.assign("profile", "quinn-rules", "user:quinn");
        machine.follow("quinn", admin.message("quinn"));

        try (Machine.Running polling = machine.start("run")) {
            admin.publish("quinn-phone", "2.0", Zip.of("version.txt", "2.0"));
            polling.expect("install done: quinn-phone 2.0");
            polling.process().destroy();
            assertThat(polling.exit()).isZero();
        }

        assertThat(machine.installed("quinn-phone", "version.txt")).isEqualTo("2.0");
    }

    @Test
    void a_device_that_leaves_takes_its_token_with_it() {
        Machine machine = machine("rosa");
        machine.follow("rosa", admin.message("rosa"));
        String token = machine.text("token").strip();
        PlainDevice thief = PlainDevice.at(house, "ROSA-2");
        assertThat(thief.bundle(token, Optional.empty()).statusCode()).isEqualTo(200);

        machine.done("unenroll");

        assertThat(thief.bundle(token, Optional.empty()).statusCode()).isEqualTo(404);
        assertThat(machine.run("check-now").exit()).isEqualTo(3);
    }

    private Machine machine(String login) {
        admin.user(login, PASSWORD);
        return Machine.in(directory.resolve("home"), PASSWORD);
    }
}
