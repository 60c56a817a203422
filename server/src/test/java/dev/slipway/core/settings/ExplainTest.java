package dev.slipway.core.settings;

import static dev.slipway.core.settings.SampleFleet.setting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.base.fleet.placement.Placed;
import dev.slipway.base.fleet.software.Release;
import dev.slipway.core.settings.Explanation.ExplainedSetting;
import dev.slipway.core.settings.catalog.KeyCatalog;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ExplainTest {
    private SampleFleet fleet;
    private User alice;
    private Account line;
    private Device phone;

    @BeforeEach
    void open() {
        fleet = new SampleFleet();
        alice = fleet.user("alice");
        line = fleet.account(alice, "alice@acme.example", Account.State.ACTIVE);
        phone = fleet.device("phone", Optional.of(alice));
    }

    @Test
    void a_setting_names_its_source_what_it_beat_and_why() {
        var wide = fleet.profile("wide", setting("locale.language", "en"));
        fleet.give(new Placed.OfProfile(wide.id()), new Place.Everyone(), 5, true);
        fleet.give(fleet.profile("narrow", setting("locale.language", "de")), new Place.OfUser(alice.id()));

        ExplainedSetting language = explained().settings().getFirst();

        assertThat(language.value()).isEqualTo("en");
        var source = language.provenance().source();
        assertThat(source.layer()).isEqualTo("everyone");
        assertThat(source.name()).isEqualTo("wide");
        assertThat(source.standing()).isEqualTo("rank 5, final, 2026-11-22T10:00:01Z");
        assertThat(language.provenance().beaten()).singleElement().satisfies(beaten -> {
            assertThat(beaten.source().place()).isEqualTo("alice");
            assertThat(beaten.source().given()).isEqualTo("de");
            assertThat(beaten.why()).isEqualTo("a weaker layer is final");
        });
    }

    @Test
    void a_missing_placeholder_is_told_at_its_key_and_the_rest_is_still_explained() {
        fleet.give(
                fleet.profile("mail", setting("web.user", "${user.email}"), setting("time.zone", "UTC")),
                new Place.Everyone());
        assertThat(explained().settings())
                .extracting(ExplainedSetting::key, ExplainedSetting::value, one -> one.refused()
                        .isEmpty())
                .containsExactly(tuple("time.zone", "UTC", true), tuple("web.user", "", false));
    }

    @Test
    void secrets_are_stars_wherever_they_stand() throws Exception {
        fleet.give(fleet.profile("a", setting("web.password", "hunter1")), new Place.Everyone());
        fleet.give(fleet.profile("b", setting("web.password", "hunter2")), new Place.OfDevice(phone.id()));
        fleet.give(fleet.profile("c", setting("snom.user_pass", "hunter3")), new Place.OfAccount(line.id()));
        String json = JsonMapper.shared().writeValueAsString(explained());
        assertThat(json).doesNotContain("hunter").contains("****", "snom.user_pass");
    }

    @Test
    void accounts_and_applications_are_explained_too() {
        fleet.give(fleet.profile("line", setting("account.srtp", "required")), new Place.OfAccount(line.id()));
        var mail = fleet.application("mail", 1);
        var chat = fleet.application("chat", 1);
        Release old = fleet.release(mail, "1.0", Release.State.PUBLISHED, "any");
        fleet.give(new Placed.OfApplication(mail.id(), Optional.of(old.id())), new Place.Everyone(), 0, false);
        fleet.give(new Placed.OfApplication(chat.id(), Optional.empty()), new Place.Everyone(), 0, false);

        Explanation explained = explained();

        assertThat(explained.accounts()).singleElement().satisfies(account -> {
            assertThat(account.address()).isEqualTo("alice@acme.example");
            assertThat(account.settings()).singleElement().satisfies(one -> assertThat(one.value())
                    .isEqualTo("required"));
        });
        assertThat(explained.applications().get(0).omitted()).isEqualTo("no release of chat is published");
        assertThat(explained.applications().get(1).version()).isEqualTo("1.0");
        assertThat(explained.applications().get(1).provenance().source().given())
                .isEqualTo("release 1.0");
    }

    @Test
    void sibling_groups_of_equal_rank_are_shown_as_a_conflict_that_a_rank_resolves() {
        Group sales = fleet.group("sales", Optional.empty());
        Group bern = fleet.group("bern", Optional.empty());
        fleet.write(stores -> {
            stores.users().join(alice.id(), sales.id());
            stores.users().join(alice.id(), bern.id());
        });
        fleet.give(fleet.profile("one", setting("time.zone", "UTC")), new Place.OfGroup(sales.id()));
        fleet.give(fleet.profile("two", setting("time.zone", "Europe/Zurich")), new Place.OfGroup(bern.id()));
        Explanation explained = explained();
        assertThat(explained.layers()).contains("user group 0: sales", "user group 0: bern", "user: alice");
        assertThat(explained.settings().getFirst().provenance().conflicts())
                .containsExactly("one at sales says something else with the same rank; give one of them a higher rank");
    }

    private Explanation explained() {
        Settings settings = new Settings(KeyCatalog.with(), fleet::tenant);
        return Explain.of(settings, fleet.view(phone.id()));
    }
}
