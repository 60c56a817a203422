package dev.slipway.base.wire.wap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.wire.xml.XmlMalformed;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvisioningXmlTest {
    private static final String DOCUMENT = """
            <?xml version="1.0"?>
            <!-- by hand -->
            <!DOCTYPE wap-provisioningdoc PUBLIC "-//WAPFORUM//DTD PROV 1.0//EN"
                "http://www.wapforum.org/DTD/prov.dtd">
            <wap-provisioningdoc version="1.1">
              <characteristic type="NAPDEF">
                <parm name="NAPID" value="N1"/>
                <parm name="INTERNET"/>
                <characteristic type="NAPAUTHINFO"><parm name="AUTHNAME" value=""/></characteristic>
              </characteristic>
            </wap-provisioningdoc>
            """;

    static List<String> all() {
        return Vectors.ALL;
    }

    @Test
    void a_document_is_read_with_the_lines_of_its_items() throws XmlMalformed {
        Located read = ProvisioningXml.read(DOCUMENT);

        assertThat(read.document())
                .isEqualTo(new ProvisioningDocument(
                        Optional.of("1.1"),
                        List.of(new Characteristic(
                                "NAPDEF",
                                List.of(
                                        Parm.of("NAPID", "N1"),
                                        Parm.flag("INTERNET"),
                                        new Characteristic("NAPAUTHINFO", List.of(Parm.of("AUTHNAME", ""))))))));
        assertThat(read.lines()).containsExactly(6, 7, 8, 9, 9);
    }

    @ParameterizedTest
    @MethodSource("all")
    void what_is_written_is_read_alike(String name) throws XmlMalformed {
        ProvisioningDocument document = Vectors.document(name);

        assertThat(ProvisioningXml.read(ProvisioningXml.write(document)).document())
                .isEqualTo(document);
    }

    @Property(tries = 200)
    void any_document_is_read_as_it_was_written(@ForAll("documents") ProvisioningDocument document)
            throws XmlMalformed {
        assertThat(ProvisioningXml.read(ProvisioningXml.write(document)).document())
                .isEqualTo(document);
    }

    @Provide
    Arbitrary<ProvisioningDocument> documents() {
        return Documents.any();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a/> | here belongs a \"wap-provisioningdoc\", not a \"a\"",
                "<wap-provisioningdoc><parm name='a'/></wap-provisioningdoc> | here belongs a \"characteristic\"",
                "<wap-provisioningdoc>text</wap-provisioningdoc>   | holds no text",
                "<wap-provisioningdoc lang='en'/>                  | has no attribute \"lang\"",
                "<wap-provisioningdoc><characteristic/></wap-provisioningdoc> | needs the attribute \"type\"",
                "<wap-provisioningdoc><characteristic type=''/></wap-provisioningdoc> | needs the attribute \"type\"",
                "<wap-provisioningdoc><characteristic type='A'><parm value='x'/></characteristic></wap-provisioningdoc>"
                        + "| needs the attribute \"name\"",
                "<wap-provisioningdoc><characteristic type='A'><parm name='x'><a/></parm></characteristic>"
                        + "</wap-provisioningdoc> | a parm holds nothing"
            })
    void what_is_no_document_is_told_with_its_line(String text, String sentence) {
        assertThatThrownBy(() -> ProvisioningXml.read("\n" + text))
                .isInstanceOf(XmlMalformed.class)
                .hasMessageStartingWith("line 2: ")
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE wap-provisioningdoc [<!ENTITY a 'b'>]><wap-provisioningdoc version='&a;'/>",
                "<!DOCTYPE wap-provisioningdoc SYSTEM 'x' [<!ENTITY a 'b'>]><wap-provisioningdoc version='&a;'/>",
                "<!DOCTYPE wap-provisioningdoc><!DOCTYPE wap-provisioningdoc [<!ENTITY a 'b'>]>"
                        + "<wap-provisioningdoc version='&a;'/>",
                "<wap-provisioningdoc version='&a;'/>"
            })
    void a_document_type_with_anything_inside_is_refused(String text) {
        assertThatThrownBy(() -> ProvisioningXml.read(text)).isInstanceOf(XmlMalformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE wap-provisioningdoc>",
                "<!DOCTYPE wap-provisioningdoc SYSTEM \"file:///nowhere\">",
                "\uFEFF<?xml version=\"1.0\"?><!-- a --> <!DOCTYPE wap-provisioningdoc PUBLIC \"p\" \"s\">"
            })
    void a_document_type_that_is_only_named_is_not_looked_at(String head) throws XmlMalformed {
        assertThat(ProvisioningXml.read(head + "<wap-provisioningdoc/>")
                        .document()
                        .characteristics())
                .isEmpty();
    }

    @Test
    void much_before_a_document_does_no_harm() throws XmlMalformed {
        String before = " <!-- a -->".repeat(50_000);

        assertThat(ProvisioningXml.read(before + "<wap-provisioningdoc/>")
                        .document()
                        .characteristics())
                .isEmpty();
        assertThatThrownBy(() -> ProvisioningXml.read(before + "<!DOCTYPE a><wap-provisioningdoc/>"))
                .isInstanceOf(XmlMalformed.class);
    }

    @Test
    void every_truncation_is_refused() {
        for (int length = 0; length <= DOCUMENT.lastIndexOf('>'); length++) {
            String cut = DOCUMENT.substring(0, length);
            assertThatThrownBy(() -> ProvisioningXml.read(cut)).as(cut).isInstanceOf(XmlMalformed.class);
        }
    }

    @Test
    void every_limit_holds_at_its_value_and_not_one_past_it() throws XmlMalformed {
        assertThat(ProvisioningXml.read(nested(ProvisioningDocument.DEPTH_MAX)).lines())
                .hasSize(ProvisioningDocument.DEPTH_MAX + 1);
        assertThat(ProvisioningXml.read(many(ProvisioningDocument.ITEMS_MAX - 1))
                        .lines())
                .hasSize(ProvisioningDocument.ITEMS_MAX);
        assertThatThrownBy(() -> ProvisioningXml.read(nested(ProvisioningDocument.DEPTH_MAX + 1)))
                .isInstanceOf(XmlMalformed.class);
        assertThatThrownBy(() -> ProvisioningXml.read(many(ProvisioningDocument.ITEMS_MAX)))
                .isInstanceOf(XmlMalformed.class)
                .hasMessageContaining("items");
    }

    private static String nested(int depth) {
        return "<wap-provisioningdoc>" + "<characteristic type='A'>".repeat(depth) + "<parm name='x'/>"
                + "</characteristic>".repeat(depth) + "</wap-provisioningdoc>";
    }

    private static String many(int parms) {
        return "<wap-provisioningdoc><characteristic type='A'>" + "<parm name='x'/>".repeat(parms)
                + "</characteristic></wap-provisioningdoc>";
    }
}
