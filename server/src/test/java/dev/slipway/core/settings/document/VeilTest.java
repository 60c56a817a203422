package dev.slipway.core.settings.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VeilTest {
    private static final String ADDRESS = "https://p.example.com/d/" + "a".repeat(39) + "/settings.xml";

    private final Veil veil = new Veil(
            List.of(
                    "  <setting_server perm=\"RW\">" + ADDRESS + "</setting_server>",
                    "  <user_pass idx=\"1\" perm=\"R\">s3cret</user_pass>",
                    "  <user_pass idx=\"2\" perm=\"R\"/>",
                    "  <language perm=\"RW\">Deutsch</language>",
                    "  <empty_now perm=\"RW\"/>",
                    "    <entry name=\"ha1\" overwrite=\"true\">0123abcd</entry>",
                    "    <entry name=\"realm\" overwrite=\"true\">example.com</entry>",
                    "account.1.password = s3cret",
                    "account.1.label = Desk",
                    "\"Ann\" <sip:ann@example.com>;auth_pass=s3cret"),
            List.of(
                    "  <setting_server perm=\"RW\">https://p.example.com/d/****/settings.xml</setting_server>",
                    "  <user_pass idx=\"1\" perm=\"R\">****</user_pass>",
                    "  <user_pass idx=\"2\" perm=\"R\"/>",
                    "  <language perm=\"RW\">Deutsch</language>",
                    "  <empty_now perm=\"RW\"/>",
                    "    <entry name=\"ha1\" overwrite=\"true\">ffffffff</entry>",
                    "    <entry name=\"realm\" overwrite=\"true\">example.com</entry>",
                    "account.1.password = ****",
                    "account.1.label = Desk",
                    "\"Ann\" <sip:ann@example.com>;auth_pass=****"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<user_pass idx=\"1\" perm=\"R\">old</user_pass>  | <user_pass idx=\"1\" perm=\"R\">****</user_pass>",
                "<user_pass idx=\"2\" perm=\"RW\">old</user_pass> | <user_pass idx=\"2\" perm=\"RW\">****</user_pass>",
                "<user_pass idx=\"3\" perm=\"R\"/>                | <user_pass idx=\"3\" perm=\"R\"/>",
                "<entry name=\"ha1\" overwrite=\"false\">01</entry> "
                        + "| <entry name=\"ha1\" overwrite=\"false\">****</entry>",
                "account.12.password = old | account.12.password = ****",
                "\"Ann\" <sip:ann@example.com>;auth_pass=old | ****"
            })
    void a_former_secret_is_hidden_as_the_same_key_is_now(String line, String shown) {
        assertThat(veil.before(line)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<admin_pin perm=\"R\">1234</admin_pin>         | <admin_pin perm=\"R\">****</admin_pin>",
                "<empty_now perm=\"RW\">1234</empty_now>        | <empty_now perm=\"RW\">****</empty_now>",
                "<fkey idx=\"0\" label=\"x\" perm=\"R\">1</fkey> "
                        + "| <fkey idx=\"0\" label=\"****\" perm=\"R\">****</fkey>",
                "<entry name=\"pin\">1</entry>                  | <entry name=\"pin\">****</entry>",
                "wifi.1.key = 1234                              | wifi.1.key = ****",
                "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A               | ****"
            })
    void what_nobody_knows_any_more_is_hidden(String line, String shown) {
        assertThat(veil.before(line)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<language perm=\"R\">English</language>",
                "<entry name=\"realm\" overwrite=\"true\">old.example.com</entry>",
                "account.2.label = Kitchen"
            })
    void the_former_value_of_a_key_that_is_open_now_is_shown(String line) {
        assertThat(veil.before(line)).isEqualTo(line);
    }

    @Test
    void addresses_are_hidden_also_former_ones() {
        String former = "  <setting_server perm=\"RW\">" + ADDRESS.replace("aaa", "bbb") + "</setting_server>";
        assertThat(veil.before(former)).isEqualTo(veil.after(0)).contains("/d/****/settings.xml");
        assertThat(new Veil(List.of(), List.of()).before("url = " + ADDRESS)).isEqualTo("url = ****");
    }

    @Test
    void lines_of_the_new_file_have_stars_also_where_a_secret_was_hashed() {
        assertThat(veil.after(1)).isEqualTo("  <user_pass idx=\"1\" perm=\"R\">****</user_pass>");
        assertThat(veil.after(3)).contains("Deutsch");
        assertThat(veil.after(5)).isEqualTo("    <entry name=\"ha1\" overwrite=\"true\">****</entry>");
        assertThat(veil.after(9)).isEqualTo("\"Ann\" <sip:ann@example.com>;auth_pass=****");
    }

    @Test
    void when_the_two_new_files_have_not_the_same_lines_every_value_is_hidden() {
        var torn = new Veil(List.of("a = 1", "b = 2"), List.of("a = 1"));
        assertThat(torn.after(0)).isEqualTo("a = ****");
    }
}
