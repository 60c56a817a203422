package dev.slipway.base.wire.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {
    private static final String DOCUMENT =
            "<?xml version=\"1.0\"?>\n<!-- c -->\n<a x=\" \" y=''>\n <b>1 &lt; <![CDATA[2]]></b>\n</a>\n";

    @Test
    void elements_attributes_texts_and_lines_are_read() throws XmlMalformed {
        XmlElement root = XmlReader.read(DOCUMENT);

        assertThat(root.line()).isEqualTo(3);
        assertThat(root.attributes()).containsEntry("x", " ").containsEntry("y", "");
        assertThat(root.children()).hasSize(1);
        assertThat(root.children().getFirst().text()).isEqualTo("1 < 2");
        assertThat(root.children().getFirst().line()).isEqualTo(4);
    }

    @Test
    void every_truncation_is_refused() {
        int complete = DOCUMENT.lastIndexOf('>');
        for (int length = 0; length <= complete; length++) {
            String cut = DOCUMENT.substring(0, length);
            assertThatThrownBy(() -> XmlReader.read(cut)).as(cut).isInstanceOf(XmlMalformed.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>",
                "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
                "<a>&b;</a>"
            })
    void a_document_type_or_an_entity_is_refused(String text) {
        assertThatThrownBy(() -> XmlReader.read(text)).isInstanceOf(XmlMalformed.class);
    }

    @Test
    void every_limit_holds_at_its_value_and_not_one_past_it() throws XmlMalformed {
        assertThat(XmlReader.read(nested(XmlReader.DEPTH_MAX)).children()).hasSize(1);
        assertThatThrownBy(() -> XmlReader.read(nested(XmlReader.DEPTH_MAX + 1)))
                .isInstanceOf(XmlMalformed.class);

        int children = XmlReader.ELEMENTS_MAX - 1;
        assertThat(XmlReader.read("<a>" + "<b/>".repeat(children) + "</a>").children())
                .hasSize(children);
        assertThatThrownBy(() -> XmlReader.read("<a>" + "<b/>".repeat(children + 1) + "</a>"))
                .isInstanceOf(XmlMalformed.class);

        assertThat(XmlReader.read(attributes(XmlReader.ATTRIBUTES_MAX)).attributes())
                .hasSize(XmlReader.ATTRIBUTES_MAX);
        assertThatThrownBy(() -> XmlReader.read(attributes(XmlReader.ATTRIBUTES_MAX + 1)))
                .isInstanceOf(XmlMalformed.class);

        String longest = "<a>" + "x".repeat(XmlReader.TEXT_LENGTH_MAX - 7) + "</a>";
        assertThat(XmlReader.read(longest).text()).hasSize(XmlReader.TEXT_LENGTH_MAX - 7);
        assertThatThrownBy(() -> XmlReader.read(longest + " ")).isInstanceOf(XmlMalformed.class);
    }

    @Property(tries = 300)
    void what_is_written_is_read_back(@ForAll String attribute, @ForAll String text) throws XmlMalformed {
        if (!XmlText.isWritable(attribute) || !XmlText.isWritable(text)) {
            return;
        }
        String document = new XmlWriter()
                .open("a", Map.of())
                .leaf("b", Map.of("c", attribute), text)
                .close()
                .document();
        XmlElement read = XmlReader.read(document).children().getFirst();

        assertThat(read.attributes()).containsEntry("c", attribute);
        assertThat(read.text()).isEqualTo(text);
    }

    private static String nested(int depth) {
        return "<a>".repeat(depth) + "</a>".repeat(depth);
    }

    private static String attributes(int count) {
        var element = new StringBuilder("<a");
        for (int index = 0; index < count; index++) {
            element.append(" a").append(index).append("=''");
        }
        return element.append("/>").toString();
    }
}
