package dev.slipway.core.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.devices.RecognitionRule;
import dev.slipway.base.fleet.devices.RecognitionRule.Operator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecognitionTest {
    private static final List<DeviceType> SEEDED = DeviceTypeSeed.types(new Random(1));

    private static DeviceType type(String name, int rank, RecognitionRule... rules) {
        return new DeviceType(
                new Id<>(rank + 1L), name, new DeviceType.Family("M", "F", "p"), rank, List.of(rules), List.of("any"));
    }

    private static String recognized(Claim claim, DeviceType... types) {
        return Recognition.recognize(claim, List.of(types))
                .type()
                .map(DeviceType::name)
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        "linux, x86_64, linux-x86_64",
        "Linux, X86_64, linux-x86_64",
        "linux, aarch64, linux-aarch64",
        "linux, riscv64, java",
        "windows, x86_64, windows-x86_64",
        "macos, aarch64, macos-aarch64",
        "plan9, mips, java"
    })
    void the_seeded_types_know_the_usual_platforms(String platform, String architecture, String name) {
        Claim claim = Claims.of(Claims.HOME, Map.of("platform", platform, "architecture", architecture));
        assertThat(recognized(claim, SEEDED.toArray(DeviceType[]::new))).isEqualTo(name);
    }

    @Test
    void a_device_that_says_nothing_is_of_no_seeded_type() {
        Recognized recognized = Recognition.recognize(Claims.of(Claims.HOME, Map.of()), SEEDED);
        assertThat(recognized.type()).isEmpty();
        assertThat(recognized.explanation())
                .hasSize(SEEDED.size())
                .first()
                .isEqualTo("linux-x86_64: platform was not claimed, wanted: is \"linux\"");
    }

    @Test
    void each_type_tried_is_explained_by_the_first_rule_that_failed() {
        var wrong = type(
                "wrong",
                1,
                new RecognitionRule("platform", Operator.STARTS_WITH, "lin"),
                new RecognitionRule("model", Operator.MATCHES, "ThinkPad*"),
                new RecognitionRule("imei", Operator.PRESENT, ""));
        var right = type("right", 2, new RecognitionRule("model", Operator.MATCHES, "xps ??*"));
        assertThat(Recognition.recognize(Claims.linux(), List.of(right, wrong)).explanation())
                .containsExactly(
                        "wrong: model is \"XPS 13 / 9310\", wanted: matches \"ThinkPad*\"", "right: every rule holds");
    }

    @Test
    void the_lower_rank_is_tried_first_and_the_name_decides_among_equals() {
        assertThat(recognized(Claims.linux(), type("b", 2), type("c", 1))).isEqualTo("c");
        assertThat(recognized(Claims.linux(), type("b", 1), type("a", 1))).isEqualTo("a");
    }

    @Test
    void identifiers_are_fields_too() {
        var byMac = type("byMac", 1, new RecognitionRule("identifier.mac", Operator.STARTS_WITH, "000413"));
        assertThat(recognized(Claims.linux("mac=00:04:13:AA:BB:CC"), byMac)).isEqualTo("byMac");
        assertThat(recognized(Claims.linux("mac=00:04:14:AA:BB:CC"), byMac)).isEqualTo("none");
    }
}
