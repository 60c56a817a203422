package dev.slipway.base.wire.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
    private static final String EVERYTHING =
            "\uFEFFMAC;Label;\"a \"\"b\"\";c\"\r\n" + "\r\n00:04:13;\"two\r\nlines\nthree\";x\"y\n;;\r\"\";last;";

    @Test
    void quotes_line_ends_blank_lines_and_a_byte_order_mark_are_read() throws CsvMalformed {
        CsvTable table = CsvReader.read(EVERYTHING);

        assertThat(table.separator()).isEqualTo(';');
        assertThat(table.rows())
                .containsExactly(
                        new CsvTable.Row(1, List.of("MAC", "Label", "a \"b\";c")),
                        new CsvTable.Row(3, List.of("00:04:13", "two\r\nlines\nthree", "x\"y")),
                        new CsvTable.Row(4, List.of("", "", "")),
                        new CsvTable.Row(5, List.of("", "last", "")));
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t'})
    void the_separator_is_the_one_that_stands_most_often_in_the_first_record(char separator) throws CsvMalformed {
        String head = String.join(String.valueOf(separator), "mac", "\"a,b;c\td;,e;,\"", "group");

        assertThat(CsvReader.read(head + "\n1,2;3").separator()).isEqualTo(separator);
        assertThat(CsvReader.read(head).rows().getFirst().fields()).hasSize(3);
    }

    @Test
    void every_truncation_is_read_or_refused_cleanly() {
        for (int length = 0; length <= EVERYTHING.length(); length++) {
            String cut = EVERYTHING.substring(0, length);
            try {
                assertThat(CsvReader.read(cut).rows().size()).isLessThanOrEqualTo(4);
            } catch (CsvMalformed open) {
                assertThat(open).hasMessageContaining("never closed");
            }
        }
    }

    @Test
    void an_open_quote_names_the_line_it_begins_on() {
        assertThatThrownBy(() -> CsvReader.read("a,b\n\"x\ny\",\"z\n\n")).hasMessageStartingWith("line 3: the quote");
        assertThatThrownBy(() -> CsvReader.read("a\n\"b\"c\n"))
                .hasMessageStartingWith("line 2: behind a closing quote");
    }

    @Test
    void every_limit_holds_at_its_value_and_not_one_past_it() throws CsvMalformed {
        String field = "x".repeat(CsvReader.FIELD_LENGTH_MAX);
        assertThat(CsvReader.read(field).rows()).hasSize(1);
        assertThatThrownBy(() -> CsvReader.read(field + "x")).isInstanceOf(CsvMalformed.class);

        String row = ",".repeat(CsvReader.COLUMNS_MAX - 1);
        assertThat(CsvReader.read(row).rows().getFirst().fields()).hasSize(CsvReader.COLUMNS_MAX);
        assertThatThrownBy(() -> CsvReader.read(row + ",")).isInstanceOf(CsvMalformed.class);

        String rows = "a\n".repeat(CsvReader.ROWS_MAX);
        assertThat(CsvReader.read(rows).rows()).hasSize(CsvReader.ROWS_MAX);
        assertThatThrownBy(() -> CsvReader.read(rows + "a")).isInstanceOf(CsvMalformed.class);

        String text = "\n".repeat(CsvReader.TEXT_LENGTH_MAX);
        assertThat(CsvReader.read(text).rows()).isEmpty();
        assertThatThrownBy(() -> CsvReader.read(text + "\n")).isInstanceOf(CsvMalformed.class);
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused() throws CsvMalformed {
        assertThat(CsvReader.text("Zürich".getBytes(StandardCharsets.UTF_8))).isEqualTo("Zürich");
        assertThatThrownBy(() -> CsvReader.text("Zürich".getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessageContaining("UTF-8");
    }

    @Property(tries = 500)
    void what_is_written_is_read_back(
            @ForAll @Size(min = 1, max = 6) List<@Size(min = 2, max = 4) List<@StringLength(max = 12) String>> records,
            @ForAll boolean semicolon)
            throws CsvMalformed {
        char separator = semicolon ? ';' : ',';
        CsvTable read = CsvReader.read(CsvWriter.write(separator, records));

        assertThat(read.separator()).isEqualTo(separator);
        assertThat(read.rows()).extracting(CsvTable.Row::fields).isEqualTo(records);
    }

    @Property(tries = 500)
    void any_text_is_read_or_refused(@ForAll @StringLength(max = 80) String text) {
        String marked = text.replace('a', '"').replace('b', ';').replace('c', '\n');
        try {
            assertThat(CsvReader.read(marked).rows()).doesNotContainNull();
        } catch (CsvMalformed refused) {
            assertThat(refused.line()).isPositive();
        }
    }

    @Test
    void a_record_of_one_empty_field_is_not_lost() throws CsvMalformed {
        var records = List.of(List.of(""), List.of("x"), List.of(""));
        CsvTable read = CsvReader.read(CsvWriter.write(',', records));
        assertThat(read.rows()).extracting(CsvTable.Row::fields).isEqualTo(records);
        assertThat(Collections.max(
                        read.rows().stream().map(CsvTable.Row::number).toList()))
                .isEqualTo(3);
    }
}
