package dev.slipway.base.wire.pem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.fake.TestAuthority;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PemCertificatesTest {
    @Test
    void several_are_read_in_order_and_written_alike_however_they_were_entered() throws IOException {
        String one = new TestAuthority("CN=one").pem();
        String two = new TestAuthority("CN=two").pem();
        PemCertificates read = PemCertificates.read("\n" + one.replace("\n", "\r\n") + "\n\n" + two)
                .orElseThrow();
        assertThat(read.bodies()).hasSize(2).allMatch(body -> body.matches("[A-Za-z0-9+/=]+"));
        assertThat(read.text()).isEqualTo(one + two);
        assertThat(PemCertificates.read(read.text())).contains(read);
    }

    @Test
    void every_truncation_and_everything_beside_a_certificate_is_nothing() throws IOException {
        String one = new TestAuthority("CN=one").pem().strip();
        for (int length = 0; length < one.length(); length++) {
            assertThat(PemCertificates.read(one.substring(0, length))).isEmpty();
        }
        assertThat(PemCertificates.read(one + "\n-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"))
                .isEmpty();
        assertThat(PemCertificates.read("a remark\n" + one)).isEmpty();
        assertThat(PemCertificates.read(one.replace("CERTIFICATE", "TRUSTED CERTIFICATE")))
                .isEmpty();
    }

    @Property(tries = 300)
    void any_other_text_is_nothing(@ForAll String text) {
        assertThat(PemCertificates.read(text)).isEmpty();
        assertThat(PemCertificates.read("-----BEGIN CERTIFICATE-----" + text + "-----END CERTIFICATE-----"))
                .isEmpty();
    }
}
