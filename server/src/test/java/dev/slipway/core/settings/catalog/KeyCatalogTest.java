package dev.slipway.core.settings.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.fleet.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyCatalogTest {
    private static final Set<String> NAMESPACES = Set.of(
            "account", "polling", "network", "locale", "time", "web", "firmware", "update", "phonebook", "security");

    private final KeyCatalog catalog = KeyCatalog.with();

    @Test
    void every_key_stands_once_in_a_namespace_of_the_house_and_says_its_purpose_in_a_sentence() {
        List<String> names = catalog.keys().stream().map(Key::name).toList();
        assertThat(names).doesNotHaveDuplicates().hasSizeBetween(60, 120);
        assertThat(catalog.keys()).allSatisfy(key -> {
            assertThat(key.name()).matches("[a-z]+\\.[a-z][a-z0-9_]*");
            assertThat(NAMESPACES).contains(key.name().split("\\.")[0]);
            assertThat(key.purpose()).matches("[A-Z].*\\.");
            assertThat(key.name().endsWith("_seconds")).isEqualTo(key.type().kind() == ValueType.Kind.DURATION);
        });
        assertThat(names.stream().map(name -> name.split("\\.")[0])).containsAll(NAMESPACES);
    }

    @Test
    void a_key_that_offers_a_choice_has_choices_and_no_other_key_has() {
        assertThat(catalog.keys()).allSatisfy(key -> {
            boolean offers = Set.of(ValueType.Kind.CHOICE, ValueType.Kind.CHOICES)
                    .contains(key.type().kind());
            assertThat(key.type().choices().isEmpty()).isNotEqualTo(offers);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "account.codec, account.codecs",
        "locale.langauge, locale.language",
        "polling.perod_seconds, polling.period_seconds",
        "acount.registrar, account.registrar",
    })
    void an_unknown_neutral_key_is_refused_and_the_nearest_is_proposed(String key, String nearest) {
        assertThatThrownBy(() -> catalog.checkKey(key))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("settings.unknown-key"))
                .hasMessageEndingWith("did you mean " + nearest + "?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "snom", "snom.", "snom.a b", "entirely.different", "application.x", "ACCOUNT.CODECS"})
    void what_is_no_key_at_all_is_refused(String key) {
        assertThatThrownBy(() -> catalog.checkKey(key))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("settings.unknown-key"));
    }

    @Test
    void a_native_key_passes_with_a_warning_unless_the_table_of_the_maker_holds_it() {
        var snom = new NativeKeys("snom", Map.of("locale.language", "snom.language"), Set.of("snom.ringer"));
        KeyCatalog known = KeyCatalog.with(snom);
        assertThat(known.checkKey("snom.language")).isEmpty();
        assertThat(known.checkKey("snom.ringer")).isEmpty();
        assertThat(known.checkKey("snom.rnger"))
                .hasValueSatisfying(text -> assertThat(text).contains("snom.rnger"));
        assertThat(known.checkKey("yealink.account.1.enable")).isPresent();
    }

    @Test
    void an_application_names_its_own_keys() {
        assertThat(catalog.checkKey("application.sentry-app.log_level")).isEmpty();
    }

    @Test
    void a_value_out_of_its_range_is_refused_with_the_range_and_without_the_value() {
        assertThatThrownBy(() -> catalog.checkValue("network.vlan_id", "4095"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("settings.value-invalid"))
                .hasMessageEndingWith("the value of network.vlan_id must be a whole number from 0 to 4094");
        assertThatThrownBy(() -> catalog.checkValue("web.password", "x".repeat(121)))
                .hasMessageNotContaining("xxx");
    }

    @Test
    void a_native_value_may_be_anything_up_to_the_limit() {
        String longest = "x".repeat(ValueType.CHARACTERS_MAX);
        catalog.checkValue("snom.dialplan", longest);
        assertThatThrownBy(() -> catalog.checkValue("snom.dialplan", longest + "x"))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @CsvSource({
        "web.password, true",
        "web.user, false",
        "snom.user_pass, true",
        "yealink.account.1.password, true",
        "linphone.auth_info_0.ha1, true",
        "application.mail.api_token, true",
        "snom.ringer, false",
    })
    void secrets_are_known_by_type_or_by_name(String key, boolean secret) {
        assertThat(catalog.isSecret(key)).isEqualTo(secret);
    }

    @Test
    void only_keys_of_accounts_have_the_scope_of_an_account() {
        assertThat(catalog.find("account.codecs").orElseThrow().scope()).isEqualTo(Key.Scope.ACCOUNT);
        assertThat(catalog.find("web.user").orElseThrow().scope()).isEqualTo(Key.Scope.DEVICE);
    }
}
