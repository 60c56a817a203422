package dev.slipway.core.settings;

import static dev.slipway.core.settings.SampleFleet.setting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceIdentifier;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.Person;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.base.fleet.placement.Placed;
import dev.slipway.base.fleet.placement.Setting;
import dev.slipway.base.fleet.software.ApplicationHost;
import dev.slipway.core.settings.catalog.KeyCatalog;
import dev.slipway.core.settings.catalog.NativeKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final NativeKeys SNOM =
            new NativeKeys("snom", Map.of("locale.language", "snom.language"), Set.of("snom.ringer"));

    private SampleFleet fleet;
    private Settings settings;
    private User alice;
    private Account line;
    private Device phone;

    @BeforeEach
    void open() {
        fleet = new SampleFleet();
        settings = new Settings(KeyCatalog.with(SNOM), fleet::tenant);
        alice = fleet.user("alice");
        line = fleet.account(alice, "alice@acme.example", Account.State.ACTIVE);
        phone = fleet.device("phone", Optional.of(alice));
    }

    @Test
    void the_stronger_layer_gives_the_value_and_the_key_order_is_by_name() {
        fleet.give(
                fleet.profile("wide", setting("web.user", "all"), setting("locale.language", "en")),
                new Place.Everyone());
        fleet.give(fleet.profile("narrow", setting("locale.language", "de")), new Place.OfDevice(phone.id()));
        assertThat(values(effective().values()))
                .containsExactly(Map.entry("locale.language", "de"), Map.entry("web.user", "all"));
    }

    @Test
    void keys_of_accounts_are_decided_for_each_account() {
        Account team = fleet.account(alice, "team@acme.example", Account.State.ACTIVE);
        fleet.give(
                fleet.profile("lines", setting("account.label", "${account.user}"), setting("account.srtp", "off")),
                new Place.OfUser(alice.id()));
        fleet.give(fleet.profile("safe", setting("account.srtp", "required")), new Place.OfAccount(team.id()));
        EffectiveSettings effective = effective();
        assertThat(effective.values()).isEmpty();
        assertThat(effective.accounts()).hasSize(2);
        assertThat(values(effective.accounts().get(0).values()))
                .containsExactly(Map.entry("account.label", "alice"), Map.entry("account.srtp", "off"));
        assertThat(values(effective.accounts().get(1).values()))
                .containsExactly(Map.entry("account.label", "team"), Map.entry("account.srtp", "required"));
    }

    @Test
    void a_native_key_given_to_an_account_is_decided_for_it_against_all_layers() {
        fleet.give(fleet.profile("wide", setting("snom.ringer", "1")), new Place.Everyone());
        fleet.give(fleet.profile("line", setting("snom.ringer", "2")), new Place.OfAccount(line.id()));
        EffectiveSettings effective = effective();
        assertThat(values(effective.values())).containsExactly(Map.entry("snom.ringer", "1"));
        EffectiveValue own = effective.accounts().getFirst().values().get("snom.ringer");
        assertThat(own.value()).isEqualTo("2");
        assertThat(own.trace().beaten()).hasSize(1);
    }

    @Test
    void a_setting_of_the_device_given_to_an_account_is_left_out_with_a_warning() {
        fleet.give(fleet.profile("odd", setting("network.vlan_id", "7")), new Place.OfAccount(line.id()));
        assertThat(effective().values()).isEmpty();
        assertThat(effective().warnings()).singleElement().asString().contains("odd", "network.vlan_id");
    }

    @Test
    void an_unmanaged_setting_is_not_written_and_ends_what_weaker_layers_say() {
        fleet.give(fleet.profile("wide", setting("locale.language", "en")), new Place.Everyone());
        fleet.give(
                fleet.profile("hands-off", new Setting("locale.language", "", Ownership.UNMANAGED)),
                new Place.OfUser(alice.id()));
        assertThat(effective().values()).isEmpty();
        assertThat(effective().device().decided()).containsOnlyKeys("locale.language");
    }

    @Test
    void a_final_assignment_is_kept_against_the_device_itself() {
        var wide = fleet.profile("wide", setting("locale.language", "en"));
        fleet.give(new Placed.OfProfile(wide.id()), new Place.Everyone(), 0, true);
        fleet.give(fleet.profile("narrow", setting("locale.language", "de")), new Place.OfDevice(phone.id()));
        assertThat(values(effective().values())).containsExactly(Map.entry("locale.language", "en"));
    }

    @Test
    void a_native_key_beats_the_neutral_one_of_the_same_layer_only() {
        fleet.give(
                fleet.profile("wide", setting("snom.language", "Deutsch"), setting("locale.language", "en")),
                new Place.Everyone());
        assertThat(values(effective().device().written(SNOM))).containsExactly(Map.entry("snom.language", "Deutsch"));
        fleet.give(fleet.profile("narrow", setting("locale.language", "fr")), new Place.OfDevice(phone.id()));
        assertThat(values(effective().device().written(SNOM))).containsExactly(Map.entry("snom.language", "fr"));
    }

    @Test
    void what_a_maker_has_no_word_for_is_listed() {
        fleet.give(
                fleet.profile("wide", setting("web.user", "a"), setting("application.mail.server", "b")),
                new Place.Everyone());
        assertThat(effective().device().unsupported(SNOM)).containsExactly("web.user");
    }

    @Test
    void every_placeholder_of_the_page_is_filled() {
        fleet.write(stores -> {
            stores.devices()
                    .identify(
                            phone.id(),
                            List.of(
                                    new DeviceIdentifier("mac", "000413a11fa7"),
                                    new DeviceIdentifier("imei", "490154203237518"),
                                    new DeviceIdentifier("serial", "S-1")));
            stores.applicationHosts()
                    .add(new ApplicationHost(fleet.id(), "sip", "sip.acme.example", 5061, Optional.empty()));
            User known = new User(
                    alice.id(),
                    "alice",
                    new Person("Alice", "a@acme.example", "+41443000000", "de-CH"),
                    User.State.ACTIVE,
                    Optional.empty());
            stores.users().replace(known);
        });
        String template = String.join(
                "|",
                settings.catalog().placeholders().keySet().stream()
                        .map(name -> "${" + name.replace("ROLE", "sip") + "}")
                        .toList());
        fleet.give(fleet.profile("all", setting("application.x.all", template)), new Place.Everyone());
        String filled = effective().values().get("application.x.all").value();
        assertThat(filled.split("\\|"))
                .hasSize(settings.catalog().placeholders().size())
                .allSatisfy(part -> assertThat(part).isNotEmpty().doesNotContain("$"))
                .contains(
                        "alice@acme.example",
                        "acme.example",
                        "000413a11fa7",
                        "sip.acme.example",
                        "https://portal.acme.example");
    }

    @Test
    void a_placeholder_without_value_is_refused_and_names_key_placeholder_and_device() {
        fleet.give(fleet.profile("mail", setting("web.user", "${user.email}")), new Place.Everyone());
        assertThatThrownBy(this::effective)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("bundle.placeholder-missing"))
                .hasMessageContainingAll("web.user", "${user.email}", "phone", "mail");
    }

    @Test
    void a_filled_value_out_of_its_range_is_refused() {
        fleet.give(fleet.profile("odd", setting("network.vlan_id", "${user.login}")), new Place.Everyone());
        assertThatThrownBy(this::effective)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("settings.value-invalid"))
                .hasMessageContainingAll("phone", "network.vlan_id", "odd");
    }

    @Test
    void the_host_of_the_leaf_most_group_stands_for_its_role() {
        Group company = fleet.group("company", Optional.empty());
        Group bern = fleet.group("bern", Optional.of(company));
        Group other = fleet.group("other", Optional.empty());
        fleet.write(stores -> {
            stores.users().join(alice.id(), bern.id());
            host("all.example", Optional.empty());
            host("company.example", Optional.of(company));
            host("bern.example", Optional.of(bern));
            host("other.example", Optional.of(other));
        });
        fleet.give(fleet.profile("sip", setting("web.directory_url", "https://${host.sip}/")), new Place.Everyone());
        assertThat(values(effective().values()))
                .containsExactly(Map.entry("web.directory_url", "https://bern.example/"));
    }

    @Test
    void the_same_inputs_give_the_same_result() {
        Group sales = fleet.group("sales", Optional.empty());
        Group bern = fleet.group("bern", Optional.empty());
        fleet.write(stores -> {
            stores.users().join(alice.id(), sales.id());
            stores.users().join(alice.id(), bern.id());
        });
        var one = fleet.profile("one", setting("web.user", "one"), setting("time.zone", "UTC"));
        fleet.give(one, new Place.OfGroup(sales.id()));
        fleet.give(one, new Place.OfGroup(bern.id()));
        fleet.give(fleet.profile("two", setting("web.user", "two")), new Place.OfGroup(bern.id()));
        EffectiveSettings first = effective();
        assertThat(effective()).isEqualTo(first);
        assertThat(first.values().get("web.user").trace().conflicts()).hasSize(1);
    }

    @Test
    void a_profile_is_checked_before_it_is_kept() {
        assertThat(settings.check(List.of(setting("snom.odd", "1"), setting("account.label", "${user.name}"))))
                .singleElement()
                .asString()
                .contains("snom.odd");
        assertThat(settings.check(new Setting("network.vlan_id", "", Ownership.UNMANAGED)))
                .isEmpty();
        assertRefused("settings.duplicate-key", setting("web.user", "a"), setting("web.user", "b"));
        assertRefused("settings.value-invalid", setting("network.vlan_id", "many"));
        assertRefused("settings.unknown-placeholder", setting("web.user", "${user.login} ${user.nme}"));
        assertRefused("settings.unknown-placeholder", setting("web.user", "${user.login"));
        assertRefused("settings.unknown-key", setting("web.usr", "a"));
    }

    @Test
    void a_profile_ends_at_its_limit() {
        List<Setting> most = IntStream.range(0, Settings.SETTINGS_MAX)
                .mapToObj(i -> setting("application.x.k" + i, ""))
                .toList();
        assertThat(settings.check(most)).isEmpty();
        List<Setting> tooMany = new ArrayList<>(most);
        tooMany.add(setting("web.user", "a"));
        assertRefused("settings.too-many", tooMany.toArray(Setting[]::new));
    }

    @Test
    void no_text_of_a_result_shows_a_value() {
        fleet.give(fleet.profile("web", setting("web.password", "hunter2")), new Place.Everyone());
        assertThat(effective().values().toString()).doesNotContain("hunter2");
    }

    private void host(String name, Optional<Group> group) {
        fleet.write(stores -> stores.applicationHosts()
                .add(new ApplicationHost(fleet.id(), "sip", name, 5061, group.map(Group::id))));
    }

    private void assertRefused(String code, Setting... entered) {
        assertThatThrownBy(() -> settings.check(List.of(entered)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private EffectiveSettings effective() {
        return settings.of(fleet.view(phone.id()));
    }

    private static Map<String, String> values(Map<String, EffectiveValue> effective) {
        Map<String, String> values = new LinkedHashMap<>();
        effective.forEach((key, value) -> values.put(key, value.value()));
        return values;
    }
}
