package dev.slipway.bootloader.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.bootloader.outcome.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedMessageTest {
    private static final String KEY = "ABCDEFGHIJKLMNOPQRSTUVWXYA";

    @Test
    void an_alias_is_read() {
        Destination read =
                PastedMessage.read("https://get.example.com/get Key: " + KEY + " Alias: it@example.com cdzprov");
        assertThat(read.place()).contains(new Place.Alias("it@example.com", Optional.empty()));
        assertThat(read.key()).contains(KEY);
        assertThat(read.hint()).contains("https://get.example.com/get");
    }

    @Test
    void host_and_port_are_read() {
        Destination read =
                PastedMessage.read("https://get.example.com/ Key: " + KEY + " Host: h.example.com Port: 3606 cdzprov");
        assertThat(read.place()).contains(new Place.Host("h.example.com", 3606));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please tap https://g.example.com/\nKey: ABCDEFGHIJKLMNOPQRSTUVWXYA\nAlias: it@example.com\ncdzprov",
                "FW: https://g.example.com/ Key:ABCDEFGHIJKLMNOPQRSTUVWXYA Alias:it@example.com cdzprov regards",
                "key: ABCDEFGHIJKLMNOPQRSTUVWXYA   alias:\r\n it@example.com"
            })
    void line_breaks_and_words_around_it_are_tolerated(String text) {
        Destination read = PastedMessage.read(text);
        assertThat(read.place()).contains(new Place.Alias("it@example.com", Optional.empty()));
        assertThat(read.key()).contains(KEY);
    }

    @Test
    void a_missing_key_is_no_key() {
        assertThat(PastedMessage.read("https://g.example.com/ Alias: it@example.com cdzprov")
                        .key())
                .isEmpty();
    }

    @Test
    void a_missing_port_is_the_relays() {
        assertThat(PastedMessage.read("Host: h.example.com cdzprov").place())
                .contains(new Place.Host("h.example.com", 1700));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Alias: it@example.com Host: h.example.com cdzprov", "Alias: it@example.com Port: 3605 cdzprov"})
    void alias_together_with_host_or_port_is_refused(String text) {
        assertRefused(text, "message.alias-and-host");
    }

    @Test
    void what_names_no_server_is_refused() {
        assertRefused("https://g.example.com/ cdzprov", "message.not-understood");
        assertRefused("Port: 3605 cdzprov", "message.port-without-host");
        assertRefused("Host: h.example.com Port: many cdzprov", "destination.invalid");
        assertRefused("Host: h.example.com Port: 65536 cdzprov", "destination.invalid");
        assertRefused("Alias: nobody cdzprov", "alias.invalid");
    }

    @Test
    void the_longest_message_is_read_and_one_character_more_is_not() {
        String message = "Alias: it@example.com cdzprov";
        String longest = message + " ".repeat(PastedMessage.CHARACTERS_MAX - message.length());
        assertThat(PastedMessage.read(longest).place()).isPresent();
        assertRefused(longest + " ", "message.too-long");
    }

    private static void assertRefused(String text, String code) {
        assertThatThrownBy(() -> PastedMessage.read(text))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
