package dev.slipway.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.acts.Delivery;
import dev.slipway.base.fleet.devices.DeviceDocument;
import dev.slipway.base.fleet.devices.DeviceIdentifier;
import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.base.fleet.software.ApplicationHost;
import dev.slipway.base.fleet.software.Release;
import dev.slipway.base.identity.Tokens;
import dev.slipway.bootloader.protocol.polling.PollingPlan;
import dev.slipway.bootloader.protocol.trust.BundleAnswer;
import dev.slipway.bootloader.protocol.trust.BundleCheck;
import dev.slipway.bootloader.protocol.trust.BundleDocument;
import dev.slipway.bootloader.protocol.trust.InstallStep;
import dev.slipway.bootloader.protocol.trust.RootChain;
import dev.slipway.core.enroll.Admission;
import dev.slipway.fake.Refusals;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundlesTest {
    @TempDir
    Path directory;

    private Works works;

    @BeforeEach
    void open() {
        works = new Works(directory);
    }

    @AfterEach
    void close() {
        works.close();
    }

    /** As the device does, with nothing but the fingerprint of its message. */
    private BundleCheck.Verified checked(DeviceDocument document) {
        var root = RootChain.from(works.trust.fingerprint(), works.trust.roots(), works.house.clock.instant());
        return new BundleCheck(root, works.device.id().toString(), Optional.empty())
                .check(document.body().bytes().toArray(), works.house.clock.instant());
    }

    private BundleDocument content(DeviceDocument document) {
        return checked(document).document();
    }

    private List<Delivery> deliveries() {
        return works.house.read(stores -> stores.deliveries().of(works.device.id()));
    }

    private void deliver(String application, Delivery.State state) {
        works.house.write(stores -> {
            stores.deliveries().of(works.device.id()).stream()
                    .filter(delivery -> delivery.application().equals(application))
                    .map(delivery -> new Delivery(
                            delivery.device(),
                            application,
                            delivery.release(),
                            delivery.wanted(),
                            state,
                            delivery.note()))
                    .forEach(stores.deliveries()::put);
            return state;
        });
    }

    @Test
    void a_device_believes_its_first_bundle_even_when_it_is_empty() {
        DeviceDocument first = works.current();
        assertThat(first.version()).isEqualTo(works.house.clock.instant().getEpochSecond());
        assertThat(first.body().etag()).matches("[0-9a-f]{32}");
        BundleDocument bundle = content(first);
        assertThat(bundle.audience())
                .isEqualTo(new BundleDocument.Audience(works.device.id().toString(), "ada", "linux-x86_64"));
        assertThat(bundle.install()).isEmpty();
        assertThat(bundle.polling()).isEmpty();
        assertThat(bundle.life().expires()).isEqualTo(bundle.life().issued().plus(Duration.ofDays(30)));
    }

    @Test
    void applications_settings_and_polling_have_their_places() {
        works.assign(works.publish("demo", "1.0"));
        works.assign("application.demo.greeting", "hello ${user.login}");
        works.assign("application.other.greeting", "nobody");
        works.assign("locale.language", "de");
        works.assign("polling.enabled", "true");
        works.assign("polling.mode", "rel");
        works.assign("polling.period_seconds", "3600");
        BundleDocument bundle = content(works.current());
        InstallStep step = bundle.install().getFirst();
        assertThat(step.release().application()).isEqualTo("demo");
        assertThat(step.settings()).containsOnlyKeys("greeting");
        assertThat(step.settings().get("greeting").value()).isEqualTo("hello ada");
        assertThat(bundle.policies()).containsOnlyKeys("locale.language");
        assertThat(bundle.polling().orElseThrow().period()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void the_same_bytes_are_answered_until_a_third_of_the_life_is_left() {
        works.assign(works.publish("demo", "1.0"));
        DeviceDocument first = works.current();
        works.house.clock.pass(Duration.ofDays(20).minusSeconds(1));
        assertThat(works.current().body().bytes()).isEqualTo(first.body().bytes());
        works.house.clock.pass(Duration.ofSeconds(1));
        DeviceDocument renewed = works.current();
        assertThat(renewed.version()).isEqualTo(works.house.clock.instant().getEpochSecond());
        assertThat(renewed.contentHash()).isEqualTo(first.contentHash());
        assertThat(content(renewed).install()).isEqualTo(content(first).install());
    }

    @Test
    void a_bundle_with_a_wave_of_polling_is_made_again_when_the_wave_begins() {
        Instant now = works.house.clock.instant();
        works.assign("polling.enabled", "true");
        works.assign("polling.mode", "rnd");
        works.assign("polling.period_seconds", "604800");
        works.assign("polling.time", "00:00");
        works.assign("polling.time_rnd_end", "23:59");
        works.assign("polling.spread", "true");
        works.assign("polling.since", now.toString());
        DeviceDocument first = works.current();
        PollingPlan plan = content(first).polling().orElseThrow();
        Instant renewal = Bundles.renewal(first.life().expires());

        assertThat(plan.mode()).isEqualTo(PollingPlan.Mode.REL);
        assertThat(renewal)
                .isBetween(now.plus(plan.period()), now.plus(plan.period()).plusSeconds(1));
        works.house.clock.pass(Duration.between(now, renewal).minusSeconds(2));
        assertThat(works.current().body().bytes()).isEqualTo(first.body().bytes());
        works.house.clock.pass(Duration.ofSeconds(2));
        assertThat(content(works.current()).polling().orElseThrow().mode()).isEqualTo(PollingPlan.Mode.RND);
    }

    @Test
    void what_changes_nothing_for_this_device_only_moves_the_serial() {
        DeviceDocument first = works.current();
        works.house.user("bob");
        DeviceDocument moved = works.current();
        assertThat(moved.body().bytes()).isEqualTo(first.body().bytes());
        assertThat(moved.version()).isEqualTo(first.version());
        assertThat(moved.body().serial()).isGreaterThan(first.body().serial());
    }

    @Test
    void the_version_rises_with_each_change_of_content() {
        long first = works.current().version();
        works.assign("locale.language", "de");
        assertThat(works.current().version()).isEqualTo(first + 1);
        Assignment assignment = works.assign(works.publish("demo", "1.0"));
        assertThat(works.current().version()).isEqualTo(first + 2);
        works.publish("demo", "1.1");
        DeviceDocument newer = works.current();
        assertThat(newer.version()).isEqualTo(first + 3);
        assertThat(content(newer).install().getFirst().release().version()).isEqualTo("1.1");
        works.unassign(assignment);
        assertThat(content(works.current()).remove()).containsExactly("demo");
    }

    @Test
    void a_version_made_later_is_above_all_that_were_made_before_even_when_they_are_forgotten() {
        works.current();
        works.assign("locale.language", "de");
        long last = works.current().version();
        works.house.clock.pass(Duration.ofSeconds(10));
        works.house.forget("device_document");
        assertThat(works.current().version()).isGreaterThan(last);
    }

    @Test
    void secrets_of_a_bundle_rest_sealed() {
        works.assign(works.publish("demo", "1.0"));
        works.assign("application.demo.password", "hush-hush");
        DeviceDocument bundle = works.current();
        assertThat(content(bundle)
                        .install()
                        .getFirst()
                        .settings()
                        .get("password")
                        .value())
                .isEqualTo("hush-hush");
        byte[] clear = "hush-hush".getBytes(StandardCharsets.UTF_8);
        assertThat(works.house.resting("setting")).doesNotContain("hush-hush");
        assertThat(works.house.resting("device_document"))
                .contains(bundle.contentHash())
                .doesNotContain(HexFormat.of().formatHex(clear));
    }

    @Test
    void an_answer_is_rendered_with_one_look_at_each_kind() {
        for (int i = 0; i < 5; i++) {
            works.assign(works.publish("demo" + i, "1.0"));
            works.publish("demo" + i, "1.1");
            works.assign("application.demo" + i + ".greeting", "hello ${user.login}");
        }
        works.current();
        works.assign("locale.language", "de");
        List<String> statements = works.house.statements(works::current);
        assertThat(statements.stream().filter(sql -> sql.startsWith("select"))).hasSizeLessThanOrEqualTo(15);
        assertThat(statements).hasSizeLessThanOrEqualTo(18);
    }

    @Test
    void a_withdrawn_release_gives_way_to_the_one_before() {
        works.assign(works.publish("demo", "1.0"));
        Release newer = works.publish("demo", "1.1");
        works.publishing.withdraw(works.tenant(), Works.ADMINISTRATOR, newer.id());
        assertThat(content(works.current()).install().getFirst().release().version())
                .isEqualTo("1.0");
    }

    @Test
    void a_bundle_begins_the_deliveries_it_names() {
        Assignment assignment = works.assign(works.publish("demo", "1.0"));
        works.current();
        assertThat(deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.release()).isEqualTo("1.0");
            assertThat(delivery.wanted()).isTrue();
            assertThat(delivery.state()).isEqualTo(Delivery.State.OFFERED);
        });
        deliver("demo", Delivery.State.INSTALLED);
        works.assign("locale.language", "de");
        works.current();
        assertThat(deliveries()).extracting(Delivery::state).containsExactly(Delivery.State.INSTALLED);
        works.unassign(assignment);
        works.current();
        assertThat(deliveries()).extracting(Delivery::wanted).containsExactly(false);
        assertThat(content(works.current()).remove()).containsExactly("demo");
        deliver("demo", Delivery.State.REMOVED);
        assertThat(content(works.current()).remove()).isEmpty();
    }

    @Test
    void a_failed_delivery_stays_failed_until_something_new_is_offered() {
        works.assign(works.publish("demo", "1.0"));
        works.current();
        deliver("demo", Delivery.State.FAILED);
        works.assign("locale.language", "de");
        works.current();
        assertThat(deliveries()).extracting(Delivery::state).containsExactly(Delivery.State.FAILED);
        works.publish("demo", "1.1");
        works.current();
        assertThat(deliveries()).extracting(Delivery::state).containsExactly(Delivery.State.OFFERED);
    }

    @Test
    void a_new_bundle_key_makes_a_new_version_that_is_believed() {
        works.assign(works.publish("demo", "1.0"));
        DeviceDocument first = works.current();
        works.change.rotate(Works.ADMINISTRATOR, "bundle", works.secure);
        DeviceDocument second = works.current();
        assertThat(second.version()).isEqualTo(first.version() + 1);
        assertThat(content(second).install()).hasSize(1);
    }

    @Test
    void releases_signed_anew_reach_the_device() {
        works.assign(works.publish("demo", "1.0"));
        works.current();
        String old = works.trust.releaseKey();
        works.change.rotate(Works.ADMINISTRATOR, "release", works.secure);
        assertThat(content(works.current()).install()).hasSize(1);
        new ReleaseSignatures(works.house.ledger, works.trust).signAnew(Works.ADMINISTRATOR);
        works.change.retire(Works.ADMINISTRATOR, old);
        assertThat(content(works.current()).install()).hasSize(1);
    }

    @Test
    void a_bundle_made_anew_costs_one_statement_to_look_and_one_to_keep() {
        Secret token = new Secret("token");
        works.house.write(stores -> {
            stores.devices().token(works.device.id(), Tokens.sha256(token));
            return token;
        });
        works.assign(works.publish("demo", "1.0"));
        works.assign("application.demo.server", "${host.sip} of ${device.mac} of ${user.login}");
        works.house.write(stores -> {
            stores.devices().identify(works.device.id(), List.of(new DeviceIdentifier("mac", "020000000001")));
            stores.applicationHosts()
                    .add(new ApplicationHost(
                            Id.next(works.house.random), "sip", "sip.example.com", 5060, Optional.empty()));
            return token;
        });
        var admission = new Admission(works.house.ledger.lookups());
        assertThat(works.house.statements(() -> works.bundles.current(
                        admission.view(token, Bundles.FILE).orElseThrow())))
                .hasSize(2);
        assertThat(deliveries()).hasSize(1);
    }

    @Test
    void many_servers_at_once_answer_the_same_bytes() throws Exception {
        works.assign(works.publish("demo", "1.0"));
        Callable<DeviceDocument> call = () -> works.bundles().current(works.view());
        Set<Bytes> answers = new HashSet<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<DeviceDocument> each : threads.invokeAll(Collections.nCopies(20, call))) {
                answers.add(each.get().body().bytes());
            }
        }
        assertThat(answers).hasSize(1);
        assertThat(deliveries()).hasSize(1);
    }

    @Test
    void a_bundle_that_no_device_would_read_is_refused() {
        Release release = works.publish("demo", "1.0");
        works.assign(release);
        List<String> refusals = new ArrayList<>();
        String value = "x".repeat(16_000);
        for (int i = 0; i < 70; i++) {
            works.assign("application.demo.key" + i, value);
        }
        refusals.add(Refusals.codeOf(works::current));
        assertThat(refusals).containsExactly("bundle.too-large");
        assertThat(deliveries()).isEmpty();
    }

    @Test
    void what_cannot_be_decided_is_refused_and_nothing_is_kept() {
        Assignment missing = works.assign("locale.language", "${device.mac}");
        assertThat(Refusals.codeOf(works::current)).isEqualTo("bundle.placeholder-missing");
        works.unassign(missing);
        works.assign("polling.enabled", "true");
        assertThat(Refusals.codeOf(works::current)).isEqualTo("polling.invalid");
        assertThat(Refusals.codeOf(
                        () -> works.house.ledger.view(works.tenant(), Id.next(works.house.random), Bundles.FILE)))
                .isEqualTo("device.unknown");
        assertThat(works.house.find(stores -> stores.deviceDocuments().find(works.device.id(), Bundles.FILE)))
                .isEmpty();
    }

    @Test
    void an_answer_reads_back_as_it_was_written() {
        works.assign(works.publish("demo", "1.0"));
        byte[] body = works.current().body().bytes().toArray();
        assertThat(BundleAnswer.parse(body).toBytes()).isEqualTo(body);
    }
}
