package dev.slipway.core.enroll.activation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.software.Application;
import dev.slipway.base.fleet.software.Artifact;
import dev.slipway.base.fleet.software.DownloadAddress;
import dev.slipway.base.fleet.software.Origin;
import dev.slipway.base.fleet.software.Release;
import dev.slipway.base.fleet.software.ReleaseArtifact;
import dev.slipway.core.bundle.PublicArtifacts;
import dev.slipway.core.enroll.activation.Downloads.Download;
import dev.slipway.fake.TestLedger;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DownloadsTest {
    private final TestLedger house = new TestLedger();
    private final Tenant tenant = house.tenants.find(house.tenant).orElseThrow();
    private final PublicArtifacts published = new PublicArtifacts(house.ledger.lookups(), house.clock);

    @AfterEach
    void close() {
        house.close();
    }

    private Application application(String name) {
        var made = new Application(Id.next(house.random), name, name, 1, false, Origin.OWN);
        return house.write(stores -> {
            stores.applications().add(made);
            return made;
        });
    }

    private Release release(Application application, Release.State state, String... targets) {
        var made = new Release(
                Id.next(house.random),
                application.id(),
                "1.0",
                state,
                Stream.of(targets)
                        .map(target -> new ReleaseArtifact(target, "files", artifact(target)))
                        .toList(),
                new Release.Signed("[]", Optional.of(Bytes.of(new byte[] {1})), Optional.of(house.clock.instant())));
        return house.write(stores -> {
            stores.releases().add(made);
            return made;
        });
    }

    private static Artifact artifact(String target) {
        return new Artifact(hash(target), 10, "application/zip", target + ".zip");
    }

    private static String hash(String target) {
        return "%064x".formatted(target.hashCode() & 0xffff_ffffL);
    }

    private void address(Application application, String model, String url) {
        add(new DownloadAddress(
                Id.next(house.random),
                application.id(),
                "linux",
                model,
                Optional.of(URI.create(url)),
                Optional.empty()));
    }

    private void address(Application application, String model, Release release) {
        add(new DownloadAddress(
                Id.next(house.random), application.id(), "linux", model, Optional.empty(), Optional.of(release.id())));
    }

    private void add(DownloadAddress address) {
        house.write(stores -> {
            stores.downloadAddresses().add(address);
            return address;
        });
    }

    private List<Download> linux(String model) {
        return house.list(stores -> Downloads.of(stores, tenant, "linux", model));
    }

    @Test
    void the_address_of_the_security_model_goes_before_that_of_any() {
        Application phone = application("phone");
        address(phone, "", "https://store.example.com/any");
        address(phone, "strict", "https://store.example.com/strict");

        assertThat(linux("")).extracting(Download::url).containsExactly(URI.create("https://store.example.com/any"));
        assertThat(linux("STRICT"))
                .extracting(Download::url)
                .containsExactly(URI.create("https://store.example.com/strict"));
        assertThat(linux("other"))
                .extracting(Download::url)
                .containsExactly(URI.create("https://store.example.com/any"));
    }

    @Test
    void more_addresses_than_a_page_holds_are_all_seen() {
        Application last = application("last");
        house.write(stores -> {
            for (int each = 0; each < 1_001; each++) {
                var one = new Application(Id.next(house.random), "app" + each, "", 1, false, Origin.OWN);
                stores.applications().add(one);
                stores.downloadAddresses()
                        .add(new DownloadAddress(
                                Id.next(house.random),
                                one.id(),
                                "windows",
                                "",
                                Optional.of(URI.create("https://store.example.com/")),
                                Optional.empty()));
            }
            return last;
        });
        address(last, "", "https://store.example.com/last");

        assertThat(linux("")).extracting(Download::application).containsExactly("last");
    }

    @Test
    void an_own_release_is_got_from_this_server_by_anybody() {
        Application phone = application("phone");
        address(phone, "", release(phone, Release.State.PUBLISHED, "linux", "windows"));

        assertThat(linux(""))
                .extracting(Download::application, Download::url)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "phone", URI.create("https://default.example.com/artifact/" + hash("linux"))));
        assertThat(published.find(hash("linux"))).contains(artifact("linux"));
        assertThat(published.find(hash("other"))).isEmpty();
    }

    @Test
    void a_release_for_several_architectures_offers_each() {
        Application phone = application("phone");
        address(phone, "", release(phone, Release.State.PUBLISHED, "linux-aarch64", "linux-x86_64", "any"));

        assertThat(linux(""))
                .extracting(Download::application)
                .containsExactly("phone (linux-aarch64)", "phone (linux-x86_64)");
    }

    @Test
    void a_withdrawn_release_is_offered_no_more_and_the_general_address_counts_again() {
        Application phone = application("phone");
        Release own = release(phone, Release.State.PUBLISHED, "any");
        address(phone, "", "https://store.example.com/any");
        address(phone, "strict", own);
        assertThat(linux("strict"))
                .extracting(Download::url)
                .containsExactly(URI.create("https://default.example.com/artifact/" + hash("any")));
        assertThat(published.find(hash("any"))).isPresent();

        house.write(stores -> {
            stores.releases()
                    .replace(new Release(
                            own.id(),
                            own.application(),
                            own.version(),
                            Release.State.WITHDRAWN,
                            own.artifacts(),
                            own.signed()));
            return own;
        });

        assertThat(linux("strict"))
                .extracting(Download::url)
                .containsExactly(URI.create("https://store.example.com/any"));
        assertThat(published.find(hash("any"))).as("for a second").isPresent();
        house.clock.pass(Duration.ofMillis(1_001));
        assertThat(published.find(hash("any"))).isEmpty();
    }

    @Test
    void guessing_at_hashes_costs_one_statement_a_second() {
        published.find(hash("x"));
        var statements = house.statements(() -> {
            for (int each = 0; each < 100; each++) {
                published.find(hash("guess" + each));
            }
        });
        assertThat(statements).isEmpty();
    }
}
