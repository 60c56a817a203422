package dev.slipway.base.wire.wap.ota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.wire.wap.wbxml.OtaWbxml;
import dev.slipway.base.wire.xml.XmlMalformed;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtaSettingsTest {
    private static final String SETTINGS = """
            <!DOCTYPE CHARACTERISTIC-LIST SYSTEM "/DTD/characteristic_list.xml">
            <CHARACTERISTIC-LIST>
              <CHARACTERISTIC TYPE="ADDRESS">
                <PARM NAME="BEARER" VALUE="GSM/CSD"/>
                <PARM NAME="PROXY" VALUE="10.0.0.1"/>
                <PARM NAME="PORT" VALUE="9201"/>
                <PARM NAME="CSD_DIALSTRING" VALUE="+15550100"/>
                <PARM NAME="PPP_AUTHTYPE" VALUE="CHAP"/>
                <PARM NAME="PPP_AUTHNAME" VALUE="wapuser"/>
                <PARM NAME="PPP_AUTHSECRET" VALUE="wapsecret"/>
                <PARM NAME="CSD_CALLTYPE" VALUE="ISDN"/>
                <PARM NAME="CSD_CALLSPEED" VALUE="9600"/>
              </CHARACTERISTIC>
              <CHARACTERISTIC TYPE="URL" VALUE="http://wap.example.com/"/>
              <CHARACTERISTIC TYPE="NAME">
                <PARM NAME="NAME" VALUE="Demo"/>
              </CHARACTERISTIC>
            </CHARACTERISTIC-LIST>
            """;

    /** What Kannel's {@code sendota} sends for the same settings. */
    private static final String BYTES = "01016a0045c606018712450187131103" + text("10.0.0.1") + "0187146101872111 03"
            + text("+15550100") + "0187227101872311 03" + text("wapuser") + "0187241103" + text("wapsecret")
            + "0187287301 87296b01 01 86071103" + text("http://wap.example.com/") + "01 c60801 87151103" + text("Demo")
            + "01 01 01";

    @Test
    void settings_have_the_bytes_that_kannel_sends() throws XmlMalformed {
        assertThat(HexFormat.of().formatHex(OtaWbxml.encode(OtaSettings.read(SETTINGS))))
                .isEqualTo(BYTES.replace(" ", ""));
    }

    @Test
    void bookmarks_have_a_media_type_of_their_own() throws XmlMalformed {
        String bookmarks = "<CHARACTERISTIC-LIST><CHARACTERISTIC TYPE='BOOKMARK'><PARM NAME='NAME' VALUE='a'/>"
                + "</CHARACTERISTIC></CHARACTERISTIC-LIST>";

        assertThat(OtaSettings.read(bookmarks).mediaType()).isEqualTo("application/x-wap-prov.browser-bookmarks");
        assertThat(OtaSettings.read(SETTINGS).mediaType()).isEqualTo("application/x-wap-prov.browser-settings");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a/>",
                "<CHARACTERISTIC-LIST/>",
                "<CHARACTERISTIC-LIST><PARM/></CHARACTERISTIC-LIST>",
                "<CHARACTERISTIC-LIST><CHARACTERISTIC/></CHARACTERISTIC-LIST>",
                "<CHARACTERISTIC-LIST><CHARACTERISTIC TYPE='URL'><PARM/></CHARACTERISTIC></CHARACTERISTIC-LIST>"
            })
    void what_is_none_is_refused(String text) {
        assertThatThrownBy(() -> OtaSettings.read(text)).isInstanceOf(XmlMalformed.class);
    }

    @Test
    void a_type_without_token_is_refused() throws XmlMalformed {
        var settings = OtaSettings.read(SETTINGS.replace("\"URL\"", "\"OTHER\""));

        assertThatThrownBy(() -> OtaWbxml.encode(settings)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII)) + "00";
    }
}
