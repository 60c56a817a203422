package dev.slipway.door.phone.reading;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TemplateTest {
    private static final String C = String.valueOf(Template.CODE);

    @Test
    void tags_and_what_stands_inside_of_blocks_are_covered() {
        assertThat(Template.covered("a{$b}c")).isEqualTo("a" + C.repeat(4) + "c");
        assertThat(Template.covered("{if $a}x\ny{else}z{/if}w"))
                .isEqualTo(C.repeat(3) + " " + C.repeat(4) + "\n" + C.repeat(13) + "w");
        assertThat(Template.covered("{* x\n *}y")).isEqualTo(C.repeat(2) + " " + C + "\n " + C.repeat(2) + "y");
        assertThat(Template.covered("{if isset($a)}never closed"))
                .isEqualTo(C.repeat(3) + " " + C.repeat(15) + " " + C.repeat(6));
    }

    @Test
    void placeholders_and_braces_of_phones_stay() {
        String text = "http://p/{mac}.xml?{phone_type} [0-9]{3} { a } {3,4}";
        assertThat(Template.covered(text)).isEqualTo(text);
    }

    @Property(tries = 500)
    void length_and_lines_stay(@ForAll @StringLength(max = 60) String text) {
        String marked = text.replace("a", "{if ")
                .replace("b", "}")
                .replace("c", "{/if}")
                .replace("d", "\n");
        String covered = Template.covered(marked);

        assertThat(covered).hasSameSizeAs(marked);
        assertThat(covered.chars().filter(c -> c == '\n').count())
                .isEqualTo(marked.chars().filter(c -> c == '\n').count());
    }
}
