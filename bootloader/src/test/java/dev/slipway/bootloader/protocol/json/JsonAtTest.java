package dev.slipway.bootloader.protocol.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class JsonAtTest {
    private enum Word {
        ONE,
        TWO_THREE
    }

    private static final JsonAt ROOT = JsonReader.document(
            "{\"a/b\":[{\"n\":5}],\"at\":\"2026-11-22T08:30:00Z\",\"w\":\"two-three\",\"f\":true,\"d\":1.5}"
                    .getBytes(UTF_8));

    private static void refused(String message, Consumer<JsonAt> question) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> question.accept(ROOT))
                .withMessage("json.malformed: at " + message);
    }

    @Test
    void typed_values_are_given() {
        assertThat(ROOT.get("a/b").list(item -> item.get("n").whole(5, 5))).isEqualTo(List.of(5L));
        assertThat(ROOT.get("at").instant()).isEqualTo(Instant.parse("2026-11-22T08:30:00Z"));
        assertThat(ROOT.get("w").choice(Word.class)).isEqualTo(Word.TWO_THREE);
        assertThat(ROOT.get("f").flag()).isTrue();
        assertThat(ROOT.find("none")).isEmpty();
    }

    @Test
    void a_wrong_type_is_refused_with_its_place() {
        refused("/none expected a member, found none", root -> root.get("none"));
        refused("/a~1b/0/n expected a string, found the number 5", root -> root.get("a/b")
                .list(item -> item.get("n").text()));
        refused("/a~1b/0/n expected a whole number from 6 to 9, found 5", root -> root.get("a/b")
                .list(i -> i.get("n").whole(6, 9)));
        refused("/d expected a whole number, found the number 1.5", root -> root.get("d")
                .whole());
        refused("/f expected an array, found a boolean", root -> root.get("f").list(JsonAt::value));
        refused("/at expected true or false, found a string", root -> root.get("at")
                .flag());
        refused("/at expected one of one, two-three, found \"2026-11-22T08:30:00Z\"", root -> root.get("at")
                .choice(Word.class));
        refused("the document expected a string, found an object", JsonAt::text);
    }
}
