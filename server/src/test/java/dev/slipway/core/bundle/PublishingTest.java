package dev.slipway.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.software.Application;
import dev.slipway.base.fleet.software.Release;
import dev.slipway.bootloader.protocol.trust.Envelope;
import dev.slipway.bootloader.protocol.trust.ReleaseDocument;
import dev.slipway.bootloader.protocol.trust.Signer;
import dev.slipway.bootloader.protocol.trust.SigningPublicKey;
import dev.slipway.core.bundle.Publication.Introduction;
import dev.slipway.core.bundle.Publication.Upload;
import dev.slipway.fake.Refusals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishingTest {
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

    private static Publication publication(String application, String version, Upload upload) {
        return new Publication(application, version, Map.of("any", upload), "[]", Introduction.usual(application));
    }

    private String refused(Publication publication) {
        return Refusals.codeOf(() -> works.publishing.publish(works.tenant(), Works.ADMINISTRATOR, publication));
    }

    private List<Release> releases(String application) {
        return works.house.read(stores -> stores.applications()
                .named(application)
                .map(Application::id)
                .map(stores.releases()::of)
                .orElse(List.of()));
    }

    private Envelope document(Release release) {
        return Envelope.parse(release.signed().document().orElseThrow().toArray());
    }

    @Test
    void a_release_is_kept_whole_and_signed() {
        Upload upload = works.zip("1.0", "bin/demo");
        var publication = new Publication(
                "demo",
                "1.0",
                Map.of("linux-x86_64", upload, "any", upload),
                "[{\"directory\":\"/opt/old\"}]",
                Introduction.usual("Demo"));
        Release release = works.publishing.publish(works.tenant(), Works.ADMINISTRATOR, publication);
        assertThat(releases("demo")).containsExactly(release);
        assertThat(release.state()).isEqualTo(Release.State.PUBLISHED);
        ReleaseDocument document = ReleaseDocument.from(document(release));
        assertThat(works.trust.root().hasSigned("release", document(release))).isTrue();
        assertThat(document.targets()).containsOnlyKeys("linux-x86_64", "any");
        assertThat(document.targets().get("any").sha256()).isEqualTo(upload.sha256());
        assertThat(document.replaces()).hasSize(1);
        assertThat(works.house.lastAct().act().name()).isEqualTo("release.publish");
        assertThat(works.house.lastAct().act().subject()).isEqualTo("demo 1.0");
    }

    @Test
    void a_version_is_published_once() {
        works.publish("demo", "1.0");
        assertThat(refused(publication("demo", "1.0", works.zip("other", "bin/demo"))))
                .isEqualTo("release.duplicate");
        assertThat(releases("demo")).hasSize(1);
    }

    @Test
    void of_many_who_publish_the_same_version_at_once_one_does() throws Exception {
        Upload upload = works.zip("1.0", "bin/demo");
        List<Callable<String>> calls = IntStream.range(0, 8)
                .<Callable<String>>mapToObj(i -> () -> outcome(publication("demo", "1.0", upload)))
                .toList();
        List<String> outcomes = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> each : threads.invokeAll(calls)) {
                outcomes.add(each.get());
            }
        }
        assertThat(outcomes).filteredOn("published"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("release.duplicate"::equals).hasSize(7);
        assertThat(releases("demo")).hasSize(1);
    }

    private String outcome(Publication publication) {
        try {
            works.publishing.publish(works.tenant(), Works.ADMINISTRATOR, publication);
            return "published";
        } catch (dev.slipway.base.fleet.Refusal refusal) {
            return refusal.code();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Demo, 1.0, application.name",
        "-demo, 1.0, application.name",
        "demo, '', release.invalid",
        "demo, 1 0, release.invalid",
        "demo, ../1, release.invalid"
    })
    void names_and_versions_follow_their_rules(String application, String version, String code) {
        assertThat(refused(publication(application, version, works.zip("x", "bin/demo"))))
                .isEqualTo(code);
        assertThat(releases(application)).isEmpty();
    }

    @Test
    void nothing_is_published_that_a_device_could_not_install() {
        Upload good = works.zip("x", "bin/demo");
        Upload outside = works.zip("x", "../../etc/passwd");
        Upload text = works.upload("no archive".getBytes(java.nio.charset.StandardCharsets.UTF_8), "files", "a.zip");
        assertThat(refused(publication("demo", "1", outside))).isEqualTo("archive.path");
        assertThat(refused(publication("demo", "1", text))).isEqualTo("archive.format");
        assertThat(refused(publication("demo", "1", new Upload(good.sha256(), "exec", "application/zip", "a.zip"))))
                .isEqualTo("archive.no-script");
        assertThat(refused(publication("demo", "1", new Upload(good.sha256(), "deb", "x/y", "demo_1_all.deb"))))
                .isEqualTo("artifact.deb-invalid");
        assertThat(refused(publication("demo", "1", new Upload(good.sha256(), "rpm", "x/y", "a.rpm"))))
                .isEqualTo("release.kind");
        assertThat(refused(publication("demo", "1", new Upload("ab".repeat(32), "files", "x/y", "a.zip"))))
                .isEqualTo("artifact.unknown");
        assertThat(refused(publication("demo", "1", new Upload(good.sha256(), "files", "x/y", "../a.zip"))))
                .isEqualTo("artifact.name");
        assertThat(refused(publication("demo", "1", new Upload(good.sha256(), "files", "", "a.zip"))))
                .isEqualTo("release.invalid");
        assertThat(refused(new Publication("demo", "1", Map.of(), "[]", Introduction.usual("Demo"))))
                .isEqualTo("release.invalid");
        assertThat(refused(new Publication("demo", "1", Map.of("a/b", good), "[]", Introduction.usual("Demo"))))
                .isEqualTo("release.invalid");
        assertThat(refused(new Publication(
                        "demo", "1", Map.of("any", good), "[{\"directory\":\"/\"}]", Introduction.usual("Demo"))))
                .isEqualTo("release.invalid");
        assertThat(releases("demo")).isEmpty();
    }

    @Test
    void an_archive_with_its_script_and_a_package_are_published() {
        Upload exec = works.upload(Archives.zip("x", "install"), "exec", "demo.zip");
        byte[] deb = Archives.deb("x", "debian-binary", "control.tar.xz", "data.tar.gz");
        works.publishing.publish(works.tenant(), Works.ADMINISTRATOR, publication("demo", "1", exec));
        works.publishing.publish(
                works.tenant(),
                Works.ADMINISTRATOR,
                publication("demo", "2", works.upload(deb, "deb", "demo_2_all.deb")));
        assertThat(releases("demo")).hasSize(2);
    }

    @Test
    void a_draft_is_published_by_a_signature_made_elsewhere() {
        Signer elsewhere = works.detach("release");
        Publication publication = publication("demo", "1.0", works.zip("x", "bin/demo"));
        assertThat(refused(publication)).isEqualTo("keys.off-server");
        Publishing.Draft draft = works.publishing.draft(works.tenant(), Works.ADMINISTRATOR, publication);
        assertThat(draft.release().state()).isEqualTo(Release.State.DRAFT);
        Envelope unsigned = Envelope.parse(draft.document().toArray());
        assertThat(Refusals.codeOf(() -> signed(draft.release().id(), unsigned)))
                .isEqualTo("release.not-signed");
        Release release = signed(draft.release().id(), unsigned.signedAlsoBy(elsewhere));
        assertThat(releases("demo")).containsExactly(release);
        assertThat(release.state()).isEqualTo(Release.State.PUBLISHED);
        assertThat(signed(release.id(), unsigned.signedAlsoBy(elsewhere))).isEqualTo(release);
        assertThat(Refusals.codeOf(() -> signed(Id.next(works.house.random), unsigned.signedAlsoBy(elsewhere))))
                .isEqualTo("fleet.unknown");
    }

    @Test
    void a_signature_of_something_else_does_not_publish_a_draft() {
        Release other = works.publish("demo", "0.9");
        Publishing.Draft draft = works.publishing.draft(
                works.tenant(), Works.ADMINISTRATOR, publication("demo", "1.0", works.zip("x", "bin/demo")));
        assertThat(Refusals.codeOf(() -> signed(draft.release().id(), document(other))))
                .isEqualTo("release.other");
    }

    @Test
    void the_document_of_a_draft_is_there_until_the_draft_is_removed() {
        Id<Release> draft = works.publishing
                .draft(works.tenant(), Works.ADMINISTRATOR, publication("demo", "1.0", works.zip("x", "bin/demo")))
                .release()
                .id();
        assertThat(works.publishing.document(works.tenant(), draft).length()).isPositive();
        works.publishing.discard(works.tenant(), Works.ADMINISTRATOR, draft);
        assertThat(Refusals.codeOf(() -> works.publishing.document(works.tenant(), draft)))
                .isEqualTo("fleet.unknown");
        Id<Release> published = works.publish("demo", "1.0").id();
        assertThat(Refusals.codeOf(() -> works.publishing.discard(works.tenant(), Works.ADMINISTRATOR, published)))
                .isEqualTo("release.published");
    }

    @Test
    void a_published_release_takes_the_signature_of_a_new_key_that_is_elsewhere() {
        Release before = works.publish("demo", "1.0");
        String old = works.trust.releaseKey();
        KeyFile laptop = KeyFile.make(works.secure);
        works.change.accept(
                Works.ADMINISTRATOR, works.change.proposeKey("release", new SigningPublicKey(laptop.publicKey())));
        Bytes document = works.publishing.document(works.tenant(), before.id());
        byte[] signed = laptop.sign(document.toArray()).signed().toArray();
        works.publishing.publishSigned(works.tenant(), Works.ADMINISTRATOR, before.id(), signed);
        works.change.retire(Works.ADMINISTRATOR, old);
        assertThat(works.trust.vouchesFor(document(releases("demo").getFirst())))
                .isTrue();
    }

    private Release signed(Id<Release> id, Envelope envelope) {
        return works.publishing.publishSigned(works.tenant(), Works.ADMINISTRATOR, id, envelope.toBytes());
    }

    @Test
    void a_release_is_withdrawn_but_a_draft_is_not() {
        Release release = works.publish("demo", "1.0");
        works.publishing.withdraw(works.tenant(), Works.ADMINISTRATOR, release.id());
        assertThat(releases("demo")).extracting(Release::state).containsExactly(Release.State.WITHDRAWN);
        assertThat(works.house.lastAct().act().subject()).isEqualTo("demo 1.0");
        Publishing.Draft draft = works.publishing.draft(
                works.tenant(), Works.ADMINISTRATOR, publication("demo", "2.0", works.zip("x", "bin/demo")));
        assertThat(withdrawn(draft.release().id())).isEqualTo("release.not-published");
        assertThat(withdrawn(Id.next(works.house.random))).isEqualTo("fleet.unknown");
    }

    private String withdrawn(Id<Release> id) {
        return Refusals.codeOf(() -> works.publishing.withdraw(works.tenant(), Works.ADMINISTRATOR, id));
    }

    @Test
    void a_new_release_key_signs_everything_published_anew() {
        Release before = works.publish("demo", "1.0");
        String old = works.trust.releaseKey();
        works.change.rotate(Works.ADMINISTRATOR, "release", works.secure);
        var signatures = new ReleaseSignatures(works.house.ledger, works.trust);
        assertThat(signatures.signAnew(Works.ADMINISTRATOR)).isEqualTo(1);
        assertThat(signatures.signAnew(Works.ADMINISTRATOR)).isZero();
        works.change.retire(Works.ADMINISTRATOR, old);
        Release after = releases("demo").getFirst();
        assertThat(document(after).signed()).isEqualTo(document(before).signed());
        assertThat(works.trust.vouchesFor(document(after))).isTrue();
        assertThat(works.trust.vouchesFor(document(before))).isFalse();
        assertThat(after.signed().document().map(Bytes::length)).isNotEmpty();
    }
}
