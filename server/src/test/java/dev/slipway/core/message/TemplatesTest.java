package dev.slipway.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.MessageKind;
import dev.slipway.base.fleet.messages.Wording;
import dev.slipway.base.wire.sms.SmsText.Alphabet;
import dev.slipway.fake.Refusals;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {
    private static final Wording OWN = sms(MessageKind.TEST, "de", "Eigener Test.");

    static List<Wording> shipped() {
        return Templates.all(List.of());
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_shipped_template_can_be_sent_and_an_sms_costs_little(Wording wording) {
        var preview = Templates.preview(Templates.checked(wording));

        assertThat(preview.text()).doesNotContain("${");
        if (wording.key().channel() == Channel.SMS) {
            assertThat(preview.sms().alphabet()).as(preview.foreign()).isEqualTo(Alphabet.GSM_7);
            assertThat(preview.sms().parts().size()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void every_kind_and_channel_speaks_five_languages() {
        assertThat(shipped()).hasSize(MessageKind.values().length * Channel.values().length * 5);
    }

    @ParameterizedTest
    @CsvSource({
        "de-CH, Eigener Test.",
        "DE, Eigener Test.",
        "fr-CA, Message d'essai",
        "pt-BR, Test message of",
        "'', Test message of"
    })
    void the_language_of_the_user_counts_then_english(String language, String text) {
        assertThat(Templates.find(List.of(OWN), MessageKind.TEST, Channel.SMS, language)
                        .text())
                .startsWith(text);
    }

    @Test
    void ones_own_stands_in_the_place_of_the_shipped_one() {
        assertThat(Templates.all(List.of(OWN))).hasSameSizeAs(shipped()).contains(OWN);
        assertThat(Templates.all(List.of(sms(MessageKind.TEST, "pt", "Teste."))))
                .hasSize(shipped().size() + 1);
    }

    @Test
    void what_could_not_be_sent_is_refused() {
        assertThat(Refusals.codeOf(() -> Templates.checked(sms(MessageKind.TEST, "en", "${link}"))))
                .isEqualTo("template.variable-unknown");
        assertThat(Refusals.of(() -> Templates.checked(sms(MessageKind.TEST, "en", "Hi ${")))
                        .sentence())
                .contains("at character 4");
        assertThat(Refusals.codeOf(() -> Templates.checked(sms(MessageKind.TEST, "en", " "))))
                .isEqualTo("template.malformed");
        assertThat(Refusals.codeOf(() -> Templates.checked(
                        new Wording(new Wording.Key(MessageKind.TEST, Channel.EMAIL, "en"), "", "x"))))
                .isEqualTo("template.subject");
        assertThat(Refusals.codeOf(() ->
                        Templates.checked(new Wording(new Wording.Key(MessageKind.TEST, Channel.SMS, "en"), "x", "x"))))
                .isEqualTo("template.subject");
    }

    @Test
    void ten_short_messages_are_sent_and_eleven_are_not() {
        assertThat(Templates.preview(sms(MessageKind.TEST, "en", "x".repeat(1530)))
                        .sms()
                        .parts())
                .hasSize(Templates.SMS_PARTS_MAX);
        assertThat(Refusals.codeOf(() -> Templates.preview(sms(MessageKind.TEST, "en", "x".repeat(1531)))))
                .isEqualTo("template.too-long");
    }

    private static Wording sms(MessageKind kind, String language, String text) {
        return new Wording(new Wording.Key(kind, Channel.SMS, language), "", text);
    }
}
