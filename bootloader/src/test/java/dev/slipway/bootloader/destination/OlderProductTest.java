package dev.slipway.bootloader.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.bootloader.outcome.Refusal;
import org.junit.jupiter.api.Test;

/** What {@code reg query} prints, by version and language of Windows. */
class OlderProductTest {
    private static final String HEAD = "\nHKEY_CURRENT_USER\\Software\\CommonTime\\Cadenza\\Provisioning\n";

    @Test
    void a_windows_of_today_parts_name_type_and_text_by_four_blanks() {
        assertThat(place("""
                    (Default)    REG_SZ    (value not set)
                    Host    REG_SZ    mail.example.com
                    Port    REG_DWORD    0x6a4
                """)).isEqualTo("mail.example.com:1700");
    }

    @Test
    void only_the_default_value_and_errors_depend_on_the_language() {
        assertThat(place("""
                    (Standard)    REG_SZ    (Wert nicht festgelegt)
                    Host    REG_SZ    mail.example.com
                    Port    REG_SZ    3606
                """)).isEqualTo("mail.example.com:3606");
        assertThat(place("""
                    (par d\u00e9faut)    REG_SZ    (valeur non d\u00e9finie)
                    Host    REG_EXPAND_SZ    mail.example.com
                """)).isEqualTo("mail.example.com:1700");
        assertThat(OlderProduct.read("FEHLER: Der angegebene Registrierungsschl\u00fcssel wurde nicht gefunden.\r\n")
                        .place())
                .isEmpty();
    }

    @Test
    void windows_xp_has_a_heading_and_tabs() {
        assertThat(place("""
                ! REG.EXE VERSION 3.0

                HKEY_CURRENT_USER\\Software\\X
                    <NO NAME>\tREG_SZ\t
                    Host\tREG_SZ\tmail.example.com
                    Port\tREG_DWORD\t0xe15
                """)).isEqualTo("mail.example.com:3605");
    }

    @Test
    void names_keep_the_case_they_were_written_in_and_numbers_any_width() {
        assertThat(place("""
                    HOST    REG_SZ    mail.example.com
                    port    REG_QWORD    0x1
                """)).isEqualTo("mail.example.com:1");
    }

    @Test
    void other_values_and_subkeys_are_not_ours() {
        assertThat(place("""
                    Host Name    REG_SZ    wrong.example.com
                    Hosts    REG_MULTI_SZ    a\\0b
                    Host    REG_SZ    mail.example.com
                    Old Port    REG_DWORD    0x2
                HKEY_CURRENT_USER\\Software\\CommonTime\\Cadenza\\Provisioning\\Port
                """)).isEqualTo("mail.example.com:1700");
    }

    @Test
    void an_emptied_value_is_none_and_not_the_line_below_it() {
        assertThat(place("""
                    Alias    REG_SZ
                    Port    REG_SZ\t
                    Host    REG_SZ    mail.example.com
                """)).isEqualTo("mail.example.com:1700");
    }

    @Test
    void an_alias_is_read_and_beside_a_host_refused() {
        String alias = "    Alias    REG_SZ    it@example.com\n";
        assertThat(place(alias)).isEqualTo("it@example.com");
        assertThatThrownBy(() -> place(alias + "    Host    REG_SZ    mail.example.com\n"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("message.alias-and-host"));
    }

    private static String place(String printed) {
        Place place = OlderProduct.read((HEAD + printed + "\n").replace("\n", "\r\n"))
                .place()
                .orElseThrow();
        return place instanceof Place.Host host ? host.host() + ":" + host.port() : ((Place.Alias) place).alias();
    }
}
