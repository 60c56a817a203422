package dev.slipway.base.wire.wap.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.slipway.base.wire.wap.Documents;
import dev.slipway.base.wire.wap.Located;
import dev.slipway.base.wire.wap.ProvisioningDocument;
import dev.slipway.base.wire.wap.ProvisioningXml;
import dev.slipway.base.wire.wap.Vectors;
import dev.slipway.base.wire.wap.lint.Finding.Level;
import dev.slipway.base.wire.xml.XmlMalformed;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinterTest {
    private static final String NAPDEF = "<characteristic type='NAPDEF'><parm name='NAPID' value='N'/>"
            + "<parm name='NAME' value='n'/><parm name='NAP-ADDRESS' value='a'/>%s</characteristic>";

    @ParameterizedTest
    @ValueSource(strings = {"appendix-c", "dna_1", "dna_2", "example-mobile", "mail", "moi_1"})
    void documents_of_others_are_clean(String name) {
        assertThat(Linter.lint(Vectors.document(name))).isEmpty();
    }

    @Test
    void what_a_document_repeats_and_lacks_is_found_with_its_place() {
        assertThat(Linter.lint(Vectors.document("operator-full")))
                .extracting(Finding::level, Finding::path, Finding::code)
                .containsExactly(tuple(Level.WARNING, "PXLOGICAL[1]/PXPHYSICAL[1]/PXADDR[2]", "wap.parm-repeated"));
        assertThat(Linter.lint(Vectors.document("minimal-gprs")))
                .extracting(Finding::path, Finding::code)
                .containsExactly(tuple("NAPDEF[1]/NAME", "wap.parm-missing"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<parm name='BEARER' value='GSM-GPRS'/>     | ''",
                "<parm name='BEARER' value='gsm-gprs'/>     | wap.value",
                "<parm name='LINKSPEED' value='AUTOBAUDING'/> | ''",
                "<parm name='LINKSPEED' value='9600'/>      | ''",
                "<parm name='LINKSPEED' value='fast'/>      | wap.value",
                "<parm name='LINGER'/>                      | wap.value",
                "<parm name='INTERNET'/>                    | ''",
                "<parm name='internet'/>                    | wap.unknown-parm",
                "<parm name='NAME' value='again'/>          | wap.parm-repeated",
                "<parm name='NAPID' value='N'/>             | wap.parm-repeated wap.duplicate-id",
                "<characteristic type='VALIDITY'/>          | ''",
                "<characteristic type='NAPAUTHINFO'/>       | wap.parm-missing",
                "<characteristic type='PXAUTHINFO'><parm name='PXAUTH-TYPE' value='WTLS-SS'/></characteristic>"
                        + " | wap.misplaced",
                "<characteristic type='MINE'/>              | wap.unknown-characteristic"
            })
    void each_rule_finds_what_breaks_it(String content, String codes) throws XmlMalformed {
        assertThat(findings(NAPDEF.formatted(content)))
                .extracting(Finding::code)
                .containsExactlyElementsOf(codes.isEmpty() ? List.of() : List.of(codes.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({"N, false", "M, true", "INTERNET, false", "'', true"})
    void a_name_that_leads_nowhere_is_found(String to, boolean dangling) throws XmlMalformed {
        String application = "<characteristic type='APPLICATION'><parm name='APPID' value='w2'/>"
                + "<parm name='TO-NAPID' value='%s'/></characteristic>";

        assertThat(findings(application.formatted(to) + NAPDEF.formatted("")))
                .extracting(Finding::code)
                .isEqualTo(dangling ? List.of("wap.dangling") : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "'HTTP-BASIC,HTTP-DIGEST', true",
        "BASIC, true",
        "'BASIC,', false",
        "'BASIC, DIGEST', false",
        "'', false"
    })
    void a_list_holds_known_words_only(String value, boolean known) throws XmlMalformed {
        String application = "<characteristic type='APPLICATION'><parm name='APPID' value='w7'/>"
                + "<characteristic type='APPAUTH'><parm name='AAUTHTYPE' value='%s'/></characteristic>"
                + "</characteristic>";

        assertThat(findings(application.formatted(value)).isEmpty()).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "65535, true", "65536, false", "0, false", "99999, false", "x, false", "'', false"})
    void a_port_has_sixteen_bits(String port, boolean valid) throws XmlMalformed {
        String access = "<characteristic type='ACCESS'><parm name='PORTNBR' value='%s'/></characteristic>";

        assertThat(findings(access.formatted(port)).isEmpty()).isEqualTo(valid);
    }

    @Test
    void an_application_may_bring_parms_of_its_own() throws XmlMalformed {
        assertThat(findings("<characteristic type='APPLICATION'><parm name='APPID' value='554'/>"
                        + "<parm name='MAX-BANDWIDTH' value='1'/></characteristic>"))
                .isEmpty();
    }

    @Test
    void findings_come_in_order_and_lead_to_their_lines() throws XmlMalformed {
        Located read = ProvisioningXml.read("""
                <wap-provisioningdoc>
                  <characteristic type="APPLICATION">
                    <parm name="APPID" value="w2"/>
                    <parm name="TO-PROXY" value="P"/>
                  </characteristic>
                  <characteristic type="PORT"/>
                </wap-provisioningdoc>
                """);

        assertThat(Linter.lint(read.document()))
                .extracting(finding -> read.lines().get(finding.item()), Finding::code, Finding::path)
                .containsExactly(
                        tuple(4, "wap.dangling", "APPLICATION[1]/TO-PROXY[1]"),
                        tuple(6, "wap.misplaced", "PORT[1]"),
                        tuple(6, "wap.parm-missing", "PORT[1]/PORTNBR"));
    }

    @Property(tries = 200)
    void any_document_is_looked_through(@ForAll("documents") ProvisioningDocument document) throws XmlMalformed {
        Located read = ProvisioningXml.read(ProvisioningXml.write(document));

        assertThat(Linter.lint(document))
                .allSatisfy(finding -> assertThat(read.lines()).hasSizeGreaterThan(finding.item()));
    }

    @Provide
    Arbitrary<ProvisioningDocument> documents() {
        return Documents.any();
    }

    private static List<Finding> findings(String content) throws XmlMalformed {
        return Linter.lint(ProvisioningXml.read("<wap-provisioningdoc>" + content + "</wap-provisioningdoc>")
                .document());
    }
}
