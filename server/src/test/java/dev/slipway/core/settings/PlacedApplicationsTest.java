package dev.slipway.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.base.fleet.placement.Placed;
import dev.slipway.base.fleet.software.Application;
import dev.slipway.base.fleet.software.Release;
import dev.slipway.base.fleet.software.Release.State;
import dev.slipway.core.settings.catalog.KeyCatalog;
import dev.slipway.core.settings.merge.Trace.Reason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlacedApplicationsTest {
    private SampleFleet fleet;
    private Device laptop;

    @BeforeEach
    void open() {
        fleet = new SampleFleet();
        laptop = fleet.device("laptop", Optional.empty());
    }

    @Test
    void the_newest_published_release_by_version_is_placed() {
        Application mail = fleet.application("mail", 1);
        fleet.release(mail, "1.10", State.PUBLISHED, "any");
        fleet.release(mail, "1.9", State.PUBLISHED, "any");
        fleet.release(mail, "1.11", State.DRAFT, "any");
        fleet.release(mail, "2.0", State.WITHDRAWN, "any");
        place(mail, Optional.empty(), new Place.Everyone());
        assertThat(versions()).containsExactly("mail 1.10 any");
    }

    @Test
    void the_artifact_that_the_type_prefers_is_taken_and_a_release_without_one_is_passed_over() {
        Application mail = fleet.application("mail", 1);
        fleet.release(mail, "1.0", State.PUBLISHED, "any", "linux-x86_64");
        fleet.release(mail, "1.1", State.PUBLISHED, "windows-x86_64");
        place(mail, Optional.empty(), new Place.Everyone());
        assertThat(versions()).containsExactly("mail 1.0 linux-x86_64");
    }

    @Test
    void a_pin_of_a_stronger_layer_beats_the_newest_and_says_so() {
        Application mail = fleet.application("mail", 1);
        Release old = fleet.release(mail, "1.0", State.PUBLISHED, "any");
        fleet.release(mail, "1.1", State.PUBLISHED, "any");
        place(mail, Optional.empty(), new Place.Everyone());
        place(mail, Optional.of(old), new Place.OfDevice(laptop.id()));
        assertThat(versions()).containsExactly("mail 1.0 any");
        assertThat(placed().placed().getFirst().trace().beaten())
                .singleElement()
                .satisfies(beaten -> assertThat(beaten.reason()).isEqualTo(Reason.STRONGER_LAYER));
    }

    @Test
    void a_pinned_release_that_was_withdrawn_gives_nothing_and_says_why() {
        Application mail = fleet.application("mail", 1);
        Release gone = fleet.release(mail, "1.0", State.WITHDRAWN, "any");
        fleet.release(mail, "1.1", State.PUBLISHED, "any");
        place(mail, Optional.of(gone), new Place.Everyone());
        assertOmitted("the pinned release 1.0 is withdrawn");
    }

    @Test
    void a_pinned_release_for_other_types_gives_nothing_and_says_why() {
        Application mail = fleet.application("mail", 1);
        Release other = fleet.release(mail, "1.0", State.PUBLISHED, "windows-x86_64");
        place(mail, Optional.of(other), new Place.Everyone());
        assertOmitted("1.0 has no artifact for Linux PC, which takes linux-x86_64, any");
    }

    @Test
    void an_application_without_a_published_release_is_omitted() {
        Application mail = fleet.application("mail", 1);
        place(mail, Optional.empty(), new Place.Everyone());
        assertOmitted("no release of mail is published");
        fleet.release(mail, "1.0", State.PUBLISHED, "windows-x86_64");
        assertOmitted("no published release of mail has an artifact for Linux PC");
    }

    @Test
    void applications_stand_by_install_order_then_by_name() {
        for (Application application : new Application[] {
            fleet.application("zeta", 1), fleet.application("beta", 2), fleet.application("alpha", 2)
        }) {
            fleet.release(application, "1", State.PUBLISHED, "any");
            place(application, Optional.empty(), new Place.Everyone());
        }
        assertThat(versions()).containsExactly("zeta 1 any", "alpha 1 any", "beta 1 any");
    }

    private void place(Application application, Optional<Release> pinned, Place place) {
        fleet.give(new Placed.OfApplication(application.id(), pinned.map(Release::id)), place, 0, false);
    }

    private void assertOmitted(String why) {
        assertThat(placed().placed()).isEmpty();
        assertThat(placed().omitted()).singleElement().satisfies(omitted -> assertThat(omitted.why())
                .contains(why));
    }

    private PlacedApplications placed() {
        return new Settings(KeyCatalog.with(), fleet::tenant)
                .mustHave(fleet.view(laptop.id()))
                .applications();
    }

    private List<String> versions() {
        return placed().placed().stream()
                .map(one -> one.application().name() + " " + one.release().version() + " "
                        + one.artifact().target())
                .toList();
    }
}
