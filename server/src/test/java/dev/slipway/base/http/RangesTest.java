package dev.slipway.base.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.http.Ranges.Slice;
import dev.slipway.base.http.Ranges.Slices;
import dev.slipway.base.http.Ranges.Unsatisfiable;
import dev.slipway.base.http.Ranges.Whole;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangesTest {
    @Test
    void the_examples_of_rfc_9110_section_14_1_2_are_read_as_it_says() {
        assertThat(Ranges.parse("bytes=0-499", 10_000)).isEqualTo(one(0, 500));
        assertThat(Ranges.parse("bytes=500-999", 10_000)).isEqualTo(one(500, 500));
        assertThat(Ranges.parse("bytes=-500", 10_000)).isEqualTo(one(9_500, 500));
        assertThat(Ranges.parse("bytes=9500-", 10_000)).isEqualTo(one(9_500, 500));
        assertThat(Ranges.parse("bytes=0-0,-1", 10_000))
                .isEqualTo(new Slices(List.of(new Slice(0, 1), new Slice(9_999, 1))));
        assertThat(Ranges.parse("bytes= 0-999, 4500-5499, -1000", 10_000))
                .isEqualTo(new Slices(List.of(new Slice(0, 1_000), new Slice(4_500, 1_000), new Slice(9_000, 1_000))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=a-b",
                "bytes=5-2",
                "bytes=1",
                "items=0-1",
                "bytes=0-1;2-3",
                "bytes=--1",
                "bytes=+1-2",
                "bytes=0-1,",
                "bytes=0x1-2",
                "bytes=1-2-3"
            })
    void what_is_no_range_asks_for_the_whole(String field) {
        assertThat(Ranges.parse(field, 10)).isEqualTo(new Whole());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-11", "bytes=-0", "bytes=99999999999999999999-", "bytes=10-,11-12"})
    void what_begins_behind_the_end_cannot_be_satisfied(String field) {
        assertThat(Ranges.parse(field, 10)).isEqualTo(new Unsatisfiable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-", "bytes=-1", "bytes=0-0"})
    void nothing_has_no_ranges(String field) {
        assertThat(Ranges.parse(field, 0)).isEqualTo(new Unsatisfiable());
    }

    @Test
    void a_range_past_the_end_is_cut_at_the_end() {
        assertThat(Ranges.parse("bytes=5-99999999999999999999", 10)).isEqualTo(one(5, 5));
        assertThat(Ranges.parse("bytes=-99999999999999999999", 10)).isEqualTo(one(0, 10));
    }

    @Test
    void bytes_are_not_sent_twice() {
        assertThat(Ranges.parse("bytes=0-5,5-9", 10)).isEqualTo(new Whole());
        assertThat(Ranges.parse("bytes=0-,0-", 10)).isEqualTo(new Whole());
    }

    @Test
    void sixteen_ranges_are_sent_and_seventeen_are_not() {
        assertThat(Ranges.parse("bytes=" + apart(16), 1_000))
                .isInstanceOfSatisfying(
                        Slices.class, some -> assertThat(some.slices()).hasSize(16));
        assertThat(Ranges.parse("bytes=" + apart(17), 1_000)).isEqualTo(new Whole());
    }

    @Property
    void any_first_and_last_give_exactly_these_bytes(
            @ForAll @LongRange(max = 2_000) long first,
            @ForAll @LongRange(max = 2_000) long last,
            @ForAll @IntRange(min = 1, max = 1_000) int total) {
        Ranges read = Ranges.parse("bytes=" + first + "-" + last, total);
        if (last < first) {
            assertThat(read).isEqualTo(new Whole());
        } else if (first >= total) {
            assertThat(read).isEqualTo(new Unsatisfiable());
        } else {
            assertThat(read).isEqualTo(one(first, Math.min(last, total - 1L) - first + 1));
        }
    }

    @Property
    void whatever_is_asked_no_slice_leaves_the_file_and_no_byte_is_sent_twice(
            @ForAll @Chars({',', '-', ' '}) @CharRange(from = '0', to = '9') @StringLength(max = 40) String asked,
            @ForAll @IntRange(max = 200) int total) {
        if (Ranges.parse("bytes=" + asked, total) instanceof Slices some) {
            boolean[] sent = new boolean[total];
            for (Slice slice : some.slices()) {
                for (long i = slice.offset(); i < slice.offset() + slice.length(); i++) {
                    assertThat(sent[(int) i]).isFalse();
                    sent[(int) i] = true;
                }
            }
        }
    }

    private static String apart(int count) {
        return IntStream.range(0, count).mapToObj(i -> i * 10 + "-" + i * 10).collect(Collectors.joining(","));
    }

    private static Ranges one(long offset, long length) {
        return new Slices(List.of(new Slice(offset, length)));
    }
}
