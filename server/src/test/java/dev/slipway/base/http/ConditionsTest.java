package dev.slipway.base.http;

import static dev.slipway.base.http.Conditions.Outcome.FAILED;
import static dev.slipway.base.http.Conditions.Outcome.NOT_MODIFIED;
import static dev.slipway.base.http.Conditions.Outcome.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
    private static final Validators OURS =
            new Validators(10, "abc", Optional.of(Instant.parse("2026-11-22T10:00:00.7Z")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "if-none-match | \"abc\" | NOT_MODIFIED",
                "if-none-match | W/\"abc\" | NOT_MODIFIED",
                "if-none-match | * | NOT_MODIFIED",
                "if-none-match | \"x\", \"abc\" | NOT_MODIFIED",
                "if-none-match | \"x,abc\", \"ab\" | SEND",
                "if-none-match | abc | SEND",
                "if-none-match | \"abc | SEND",
                "if-match | \"abc\" | SEND",
                "if-match | * | SEND",
                "if-match | W/\"abc\" | FAILED",
                "if-match | \"abcd\" | FAILED",
                "if-modified-since | Sun, 22 Nov 2026 10:00:00 GMT | NOT_MODIFIED",
                "if-modified-since | Sun, 22 Nov 2026 09:59:59 GMT | SEND",
                "if-modified-since | yesterday | SEND",
                "if-unmodified-since | Sun, 22 Nov 2026 10:00:00 GMT | SEND",
                "if-unmodified-since | Sun, 22 Nov 2026 09:59:59 GMT | FAILED",
            })
    void a_condition_of_a_get_leads_to(String name, String value, Conditions.Outcome outcome) {
        assertThat(outcome(HttpMethod.GET, name, value)).isEqualTo(outcome);
        assertThat(outcome(HttpMethod.HEAD, name, value)).isEqualTo(outcome);
    }

    @Test
    void the_tag_goes_before_the_date() {
        MultiMap both = MultiMap.caseInsensitiveMultiMap()
                .add("if-none-match", "\"other\"")
                .add("if-modified-since", "Sun, 22 Nov 2026 10:00:00 GMT");
        assertThat(Conditions.of(HttpMethod.GET, both, OURS)).isEqualTo(SEND);
        MultiMap match = MultiMap.caseInsensitiveMultiMap()
                .add("if-match", "\"abc\"")
                .add("if-unmodified-since", "Sun, 22 Nov 2026 09:00:00 GMT")
                .add("if-none-match", "\"abc\"");
        assertThat(Conditions.of(HttpMethod.GET, match, OURS)).isEqualTo(NOT_MODIFIED);
    }

    @Test
    void a_tag_that_must_not_match_stops_a_put() {
        assertThat(outcome(HttpMethod.PUT, "if-none-match", "*")).isEqualTo(FAILED);
    }

    @Test
    void a_range_holds_only_for_exactly_what_we_have() {
        assertThat(holds("\"abc\"")).isTrue();
        assertThat(holds("W/\"abc\"")).isFalse();
        assertThat(holds("\"abcd\"")).isFalse();
        assertThat(holds("Sun, 22 Nov 2026 10:00:00 GMT")).isTrue();
        assertThat(holds("Sun, 22 Nov 2026 10:00:01 GMT")).isFalse();
        assertThat(holds("nonsense")).isFalse();
        assertThat(Conditions.rangeHolds(MultiMap.caseInsensitiveMultiMap(), OURS))
                .isTrue();
    }

    private static boolean holds(String ifRange) {
        return Conditions.rangeHolds(MultiMap.caseInsensitiveMultiMap().add("if-range", ifRange), OURS);
    }

    private static Conditions.Outcome outcome(HttpMethod method, String name, String value) {
        return Conditions.of(method, MultiMap.caseInsensitiveMultiMap().add(name, value), OURS);
    }
}
