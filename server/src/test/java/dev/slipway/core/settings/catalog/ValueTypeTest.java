package dev.slipway.core.settings.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTypeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INTEGER  | 0     | true",
                "INTEGER  | 10    | true",
                "INTEGER  | -1    | false",
                "INTEGER  | 11    | false",
                "INTEGER  | 1.0   | false",
                "INTEGER  | +1    | false",
                "INTEGER  | ''    | false",
                "INTEGER  | 9999999999999999999999 | false",
                "DURATION | 10    | true",
                "DURATION | 10s   | false",
                "TEXT     | ''    | true",
                "TEXT     | 1234567890  | true",
                "TEXT     | 12345678901 | false",
                "SECRET   | 12345678901 | false",
                "BOOLEAN  | true  | true",
                "BOOLEAN  | false | true",
                "BOOLEAN  | yes   | false",
                "CHOICE   | tcp   | true",
                "CHOICE   | TCP   | false",
                "CHOICE   | ''    | false",
                "CHOICES  | tls,tcp | true",
                "CHOICES  | tls   | true",
                "CHOICES  | tls,tls | false",
                "CHOICES  | tls, tcp | false",
                "CHOICES  | tls,  | false",
                "TIME     | 00:00 | true",
                "TIME     | 23:59 | true",
                "TIME     | 24:00 | false",
                "TIME     | 9:00  | false",
                "HOST     | sip.example.com | true",
                "HOST     | 192.0.2.1 | true",
                "HOST     | 2001:db8::1 | true",
                "HOST     | localhost | true",
                "HOST     | _sip._tls.example.com | true",
                "HOST     | 2001:db8::g | false",
                "HOST     | sip..example.com | false",
                "HOST     | -sip.example.com | false",
                "HOST     | sip example | false",
                "HOST     | ''    | false",
                "URL      | https://example.com/a?b=c | true",
                "URL      | tftp://192.0.2.1/file | true",
                "URL      | example.com | false",
                "URL      | https:/// | false",
                "URL      | https://exa mple.com | false",
            })
    void a_type_accepts_what_its_range_says(ValueType.Kind kind, String value, boolean accepted) {
        var type = new ValueType(kind, 0, 10, List.of("tcp", "tls"));
        assertThat(type.accepts(value)).isEqualTo(accepted);
        assertThat(type.range()).isNotBlank();
    }

    @Test
    void a_label_and_a_host_end_at_their_limits() {
        var host = new ValueType(ValueType.Kind.HOST, 0, 1, List.of());
        assertThat(host.accepts("a".repeat(63))).isTrue();
        assertThat(host.accepts("a".repeat(64))).isFalse();
        String longest = ("a".repeat(63) + ".").repeat(3) + "a".repeat(61);
        assertThat(longest).hasSize(253);
        assertThat(host.accepts(longest)).isTrue();
        assertThat(host.accepts(longest + "a")).isFalse();
    }

    @Test
    void a_text_has_no_control_characters() {
        var text = new ValueType(ValueType.Kind.TEXT, 0, 10, List.of());
        assertThat(text.accepts("a\nb")).isFalse();
        assertThat(text.accepts("a\u0000")).isFalse();
        assertThat(text.accepts("äöü 电话")).isTrue();
    }

    @Test
    void a_range_that_goes_downwards_is_a_fault() {
        assertThatThrownBy(() -> new ValueType(ValueType.Kind.INTEGER, 2, 1, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
