package dev.slipway.bootloader.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.bootloader.fake.FakeKeys;
import dev.slipway.bootloader.fake.FakeRelease;
import dev.slipway.bootloader.home.Installed;
import dev.slipway.bootloader.home.Software;
import dev.slipway.bootloader.protocol.trust.ArtifactRef.Kind;
import dev.slipway.bootloader.protocol.trust.BundleCheck.Accepted;
import dev.slipway.bootloader.protocol.trust.BundleCheck.Verified;
import dev.slipway.bootloader.protocol.trust.BundleDocument;
import dev.slipway.bootloader.protocol.trust.EarlierSoftware;
import dev.slipway.bootloader.protocol.trust.InstallStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Software NOTHING = new Software(Map.of(), Map.of(), Optional.empty());
    private static final FakeRelease PHONE = FakeRelease.of("phone", "1.0", Kind.FILES, Map.of("a", "1"))
            .replacing(new EarlierSoftware.DebPackage("old"));
    private static final FakeRelease MAIL = FakeRelease.of("mail", "1.0", Kind.FILES, Map.of("a", "2"));

    @Test
    void everything_is_fetched_before_anything_is_removed_or_installed() {
        Plan plan = Plan.of(with("fax", MAIL), bundle(List.of("fax"), PHONE, MAIL), false);
        assertThat(plan.steps())
                .extracting(PlanTest::word)
                .containsExactly(
                        "Fetch phone",
                        "Fetch mail",
                        "Remove fax",
                        "Configure -policies",
                        "Configure phone",
                        "Install phone",
                        "Clear phone",
                        "Configure mail",
                        "Install mail");
    }

    @Test
    void the_order_is_the_install_order_and_not_the_documents() {
        var document = bundle(List.of(), PHONE, MAIL).document();
        var turned = new BundleDocument(
                document.life(),
                document.audience(),
                List.of(),
                List.of(PHONE.step(9), MAIL.step(1)),
                Map.of(),
                Optional.empty());
        Plan plan = Plan.of(NOTHING, new Verified(turned, List.of(), new Accepted(1, "")), false);
        assertThat(plan.fetches())
                .extracting(fetch -> fetch.step().release().application())
                .containsExactly("mail", "phone");
    }

    @Test
    void a_plan_that_was_carried_out_only_writes_settings_back() {
        Software done = with("phone", PHONE);
        done = done.with("phone", installed(done, "phone").clear());
        Plan plan = Plan.of(done, bundle(List.of("gone"), PHONE), true);
        assertThat(plan.steps()).extracting(PlanTest::word).containsExactly("Configure -policies", "Configure phone");
    }

    @Test
    void software_that_is_replaced_is_removed_even_when_a_crash_came_between() {
        Plan plan = Plan.of(with("phone", PHONE), bundle(List.of(), PHONE), false);
        assertThat(plan.steps()).extracting(PlanTest::word).endsWith("Clear phone");
    }

    @Test
    void other_bytes_under_the_same_version_are_another_release() {
        FakeRelease again = FakeRelease.of("phone", "1.0", Kind.FILES, Map.of("a", "other"));
        Plan plan = Plan.of(with("phone", PHONE), bundle(List.of(), again), false);
        assertThat(plan.steps()).extracting(PlanTest::word).contains("Install phone");
    }

    @Test
    void a_later_release_is_deferred_and_not_fetched_until_the_session_is_over() {
        assertThat(Plan.of(NOTHING, bundle(List.of(), MAIL.putOff()), false).steps())
                .extracting(PlanTest::word)
                .containsExactly("Configure -policies", "Defer mail");
        assertThat(Plan.of(NOTHING, bundle(List.of(), MAIL.putOff()), true).steps())
                .extracting(PlanTest::word)
                .contains("Fetch mail", "Install mail");
    }

    private static Software with(String application, FakeRelease release) {
        return NOTHING.with(
                application,
                new Installed(
                        release.ref().version(),
                        release.artifact().sha256(),
                        Kind.FILES,
                        "1.0",
                        Optional.empty(),
                        false));
    }

    private static Installed installed(Software software, String application) {
        return Optional.ofNullable(software.applications().get(application)).orElseThrow();
    }

    private static Verified bundle(List<String> remove, FakeRelease... releases) {
        var steps = new ArrayList<InstallStep>();
        List.of(releases).forEach(release -> steps.add(release.step(steps.size())));
        var document = new BundleDocument(
                new BundleDocument.Life(1, Instant.EPOCH, FakeKeys.LATER),
                new BundleDocument.Audience("d", "u", "t"),
                remove,
                steps,
                Map.of(),
                Optional.empty());
        return new Verified(
                document, List.of(releases).stream().map(FakeRelease::document).toList(), new Accepted(1, ""));
    }

    private static String word(Step step) {
        String kind = step.getClass().getSimpleName();
        if (step instanceof Step.Fetch fetch) {
            return kind + " " + fetch.step().release().application();
        }
        if (step instanceof Step.Install install) {
            return kind + " " + install.step().release().application();
        }
        if (step instanceof Step.Defer defer) {
            return kind + " " + defer.step().release().application();
        }
        if (step instanceof Step.Configure configure) {
            return kind + " " + configure.application();
        }
        return step instanceof Step.Clear clear
                ? kind + " " + clear.application()
                : kind + " " + ((Step.Remove) step).application();
    }
}
