package dev.slipway.bootloader.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.bootloader.fake.FakeDevice;
import dev.slipway.bootloader.fake.FakePortal;
import dev.slipway.bootloader.fake.FakeRelease;
import dev.slipway.bootloader.outcome.Refusal;
import dev.slipway.bootloader.protocol.trust.ArtifactRef.Kind;
import dev.slipway.bootloader.protocol.trust.EarlierSoftware;
import dev.slipway.bootloader.protocol.trust.SettingValue;
import dev.slipway.bootloader.protocol.trust.SettingValue.Ownership;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a bundle to software on the device, and back when a step fails. */
class ApplyTest {
    @TempDir
    Path directory;

    private FakePortal portal;
    private FakeDevice device;

    @BeforeEach
    void start() throws IOException {
        portal = FakePortal.plain();
        device = new FakeDevice(directory);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void a_ticket_leads_to_installed_software_and_every_step_is_reported() throws IOException {
        portal.shelf.assign(files("phone", "1.0"));
        device.enrollAndPoll(portal);

        assertThat(device.current("phone", "version.txt")).isEqualTo("1.0");
        assertThat(portal.story("phone"))
                .containsExactly(
                        "DOWNLOAD STARTED 1.0",
                        "DOWNLOAD DONE 1.0",
                        "VERIFY DONE 1.0",
                        "INSTALL STARTED 1.0",
                        "INSTALL DONE 1.0");
        assertThat(portal.events).extracting(event -> event.step().name()).startsWith("LOGON", "POLL");
    }

    @Test
    void a_newer_release_is_switched_to_and_only_the_one_before_is_kept() throws IOException {
        for (String version : new String[] {"1.0", "1.1", "1.2"}) {
            portal.shelf.assign(files("phone", version));
            if (version.equals("1.0")) {
                device.enroll(portal);
            }
            device.poll();
        }

        assertThat(device.current("phone", "version.txt")).isEqualTo("1.2");
        assertThat(device.application("phone")).isDirectoryNotContaining("glob:**/1.0");
        assertThat(device.application("phone")).isDirectoryContaining("glob:**/1.1");
        assertThat(device.home.downloads()).isEmptyDirectory();
    }

    @Test
    void nothing_is_asked_twice_when_the_bundle_is_unchanged() throws IOException {
        portal.shelf.assign(files("phone", "1.0"));
        device.enrollAndPoll(portal);
        int before = portal.events.size();
        device.poll();
        assertThat(portal.events).hasSize(before);
    }

    @Test
    void a_script_that_fails_leaves_what_ran_before() throws IOException {
        portal.shelf.assign(files("phone", "1.0"));
        device.enrollAndPoll(portal);
        portal.shelf.assign(exec("phone", "2.0", "exit 3\n"));

        assertThatThrownBy(device::poll).isInstanceOf(Refusal.class).hasMessageContaining("ended with 3");
        assertThat(device.current("phone", "version.txt")).isEqualTo("1.0");
        assertThat(device.application("phone")).isDirectoryNotContaining("glob:**/2.0");
        assertThat(portal.story("phone")).contains("ROLLBACK DONE 2.0", "INSTALL FAILED 2.0");
    }

    @Test
    void a_check_that_fails_switches_back() throws IOException {
        portal.shelf.assign(files("phone", "1.0"));
        device.enrollAndPoll(portal);
        portal.shelf.assign(
                FakeRelease.of("phone", "2.0", Kind.FILES, Map.of("version.txt", "2.0", "check.sh", "exit 1\n")));

        assertThatThrownBy(device::poll).isInstanceOf(Refusal.class);
        assertThat(device.current("phone", "version.txt")).isEqualTo("1.0");
    }

    @Test
    void a_first_installation_that_fails_leaves_nothing() throws IOException {
        portal.shelf.assign(exec("phone", "2.0", "exit 3\n"));
        device.enroll(portal);

        assertThatThrownBy(device::poll).isInstanceOf(Refusal.class);
        assertThat(device.application("phone")).isEmptyDirectory();
    }

    @Test
    void a_script_past_its_time_is_ended_with_all_its_children() throws IOException {
        device = new FakeDevice(directory, device.terminal, Map.of("SLIPWAY_SCRIPT_SECONDS", "1"));
        Path mark = directory.resolve("child.pid");
        portal.shelf.assign(exec("phone", "1.0", "sleep 60 & echo $! > " + mark + "; wait\n"));
        device.enroll(portal);

        assertThatThrownBy(device::poll).isInstanceOf(Refusal.class).hasMessageContaining("longer than 1 s");
        long child = Long.parseLong(Files.readString(mark).strip());
        await().until(() ->
                ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void a_script_knows_its_application_and_finds_its_settings() throws IOException {
        Path mark = directory.resolve("mark");
        var release = exec("phone", "1.0", "echo \"$SLIPWAY_APP $SLIPWAY_VERSION $(cat $SLIPWAY_SETTINGS)\" > " + mark)
                .with(Map.of("volume", new SettingValue("7", Ownership.ENFORCED)));
        portal.shelf.assign(release);
        device.enrollAndPoll(portal);
        assertThat(mark).hasContent("phone 1.0 volume=7");
    }

    @Test
    void earlier_software_goes_after_the_new_one_was_checked() throws IOException {
        Path old = Files.createDirectories(directory.resolve("old-client"));
        Path mark = directory.resolve("uninstalled");
        Files.writeString(old.resolve("remove.sh"), "touch " + mark + "\n");
        portal.shelf.assign(files("phone", "1.0")
                .replacing(new EarlierSoftware.InDirectory(old.toString(), Optional.of("remove.sh"))));
        device.enrollAndPoll(portal);

        assertThat(old).doesNotExist();
        assertThat(mark).exists();
        assertThat(portal.story("phone")).endsWith("INSTALL DONE 1.0", "REMOVE DONE 1.0");
    }

    @Test
    void earlier_software_stays_when_the_new_one_fails() throws IOException {
        Path old = Files.createDirectories(directory.resolve("old-client"));
        portal.shelf.assign(exec("phone", "1.0", "exit 1\n")
                .replacing(new EarlierSoftware.InDirectory(old.toString(), Optional.empty())));
        device.enroll(portal);
        assertThatThrownBy(device::poll).isInstanceOf(Refusal.class);
        assertThat(old).exists();
    }

    @Test
    void a_release_cannot_remove_the_bootloader_itself() throws IOException {
        portal.shelf.assign(files("phone", "1.0")
                .replacing(new EarlierSoftware.InDirectory(directory.toString(), Optional.empty())));
        device.enroll(portal);
        assertThatThrownBy(device::poll).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo("remove.own-directory"));
        assertThat(device.current("phone", "version.txt")).isEqualTo("1.0");
    }

    @Test
    void an_application_that_is_no_longer_assigned_is_uninstalled() throws IOException {
        Path mark = directory.resolve("uninstalled");
        portal.shelf.assign(FakeRelease.of(
                "phone", "1.0", Kind.FILES, Map.of("version.txt", "1.0", "uninstall.sh", "touch " + mark + "\n")));
        device.enrollAndPoll(portal);
        portal.shelf.assign().removing("phone");
        device.poll();

        assertThat(device.application("phone")).doesNotExist();
        assertThat(mark).exists();
        assertThat(portal.story("phone")).endsWith("REMOVE STARTED 1.0", "REMOVE DONE 1.0");
    }

    @Test
    void a_later_release_waits_until_the_session_is_over() throws IOException {
        portal.shelf.assign(files("phone", "1.0").putOff());
        device.enrollAndPoll(portal);
        assertThat(device.application("phone")).doesNotExist();

        device.pollAfterSession();
        assertThat(device.current("phone", "version.txt")).isEqualTo("1.0");
    }

    @Test
    void a_later_release_that_was_downloaded_beforehand_is_kept_until_it_may_be_installed() throws IOException {
        portal.shelf.assign(files("phone", "1.0").putOff());
        device.enroll(portal);
        device.download();
        device.poll();
        assertThat(device.application("phone")).doesNotExist();
        assertThat(device.home.downloads()).isNotEmptyDirectory();

        device.apply();
        assertThat(device.current("phone", "version.txt")).isEqualTo("1.0");
        device.poll();
        assertThat(portal.story("phone")).containsOnlyOnce("DOWNLOAD DONE 1.0").endsWith("INSTALL DONE 1.0");
    }

    @Test
    void a_bundle_that_was_changed_on_disk_is_not_applied() throws IOException {
        portal.shelf.assign(files("phone", "1.0"));
        device.enroll(portal);
        device.download();
        Path bundle = device.home.directory().resolve("bundle.json");
        Files.writeString(bundle, Files.readString(bundle).replace("phone", "evil1"));

        assertThatThrownBy(device::apply).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo("bundle.unsigned"));
        assertThat(device.application("evil1")).doesNotExist();
    }

    private static FakeRelease files(String application, String version) {
        return FakeRelease.of(application, version, Kind.FILES, Map.of("version.txt", version));
    }

    private static FakeRelease exec(String application, String version, String script) {
        return FakeRelease.of(application, version, Kind.EXEC, Map.of("version.txt", version, "install.sh", script));
    }
}
