package dev.slipway.bootloader.protocol.trust;

import static dev.slipway.bootloader.protocol.trust.Signers.LATER;
import static dev.slipway.bootloader.protocol.trust.Signers.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TlsStatementTest {
    /** What openssl says of the key in one.pem. */
    private static final String SPKI_ONE = "4bb5ecbd17c83ab8b384749b0f15c6184d104d162e8e3cfff7026c9e895c0a4d";

    private final Signers signers = new Signers();
    private final TlsStatement statement = new TlsStatement(1, LATER, List.of(SPKI_ONE));

    private static X509Certificate certificate(String file) throws IOException, GeneralSecurityException {
        try (InputStream in = TlsStatementTest.class.getResourceAsStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private void refused(String code, Envelope envelope, Instant now) {
        assertThatExceptionOfType(TrustRefused.class)
                .isThrownBy(() -> TlsStatement.verified(envelope, signers.trusted(), now))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void a_statement_binds_the_key_it_names_and_no_other() throws IOException, GeneralSecurityException {
        assertThat(statement.binds(certificate("one.pem"))).isTrue();
        assertThat(statement.binds(certificate("two.pem"))).isFalse();
    }

    @Test
    void the_tls_key_and_the_root_key_may_sign_it() {
        for (Signer signer : List.of(signers.tls, signers.root)) {
            Envelope envelope = Envelope.sign(statement.toJson(), signer);
            assertThat(TlsStatement.verified(envelope, signers.trusted(), NOW)).isEqualTo(statement);
        }
        refused("tls.unsigned", Envelope.sign(statement.toJson(), signers.bundle), NOW);
    }

    @Test
    void a_statement_is_believed_until_the_second_before_it_expires() {
        Envelope envelope = Envelope.sign(statement.toJson(), signers.tls);
        TrustedRoot root = signers.trusted();
        assertThat(TlsStatement.verified(envelope, root, LATER.minusSeconds(1))).isEqualTo(statement);
        refused("tls.expired", envelope, LATER);
    }

    @Test
    void a_signed_document_of_another_type_is_refused() {
        refused("tls.malformed", Envelope.sign(signers.releaseEnvelope().signed(), signers.tls), NOW);
    }
}
