package dev.slipway.base.wire.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DataFileTest {
    @Test
    void remarksAndBlankLinesAreNoLines() {
        assertThat(DataFile.lines("# about\n\na\tb\n \nc # not a remark\n"))
                .containsExactly("a\tb", "c # not a remark");
    }

    @Test
    void aFileThatTheJarLacksIsNamed() {
        assertThatThrownBy(() -> DataFile.bytes(DataFile.class, "nowhere.tsv"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the jar lacks nowhere.tsv beside dev.slipway.base.wire.data.DataFile");
    }
}
