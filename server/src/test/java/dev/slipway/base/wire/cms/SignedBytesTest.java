package dev.slipway.base.wire.cms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.http.OwnCertificate;
import dev.slipway.base.http.ServerKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedBytesTest {
    private static final byte[] CONTENT = "<plist/>".getBytes(StandardCharsets.US_ASCII);

    private static ServerKey key(Path directory) {
        return new OwnCertificate(directory, InstantSource.system(), new SecureRandom())
                .serving(List.of("portal.example.com"));
    }

    @Test
    void the_content_is_inside_and_signed_by_the_certificate_beside_it(@TempDir Path directory) throws Exception {
        var signed = new CMSSignedData(key(directory).signed(CONTENT));

        assertThat((byte[]) signed.getSignedContent().getContent()).isEqualTo(CONTENT);
        SignerInformation signer =
                signed.getSignerInfos().getSigners().iterator().next();
        X509CertificateHolder holder =
                signed.getCertificates().getMatches(null).iterator().next();
        assertThat(signer.getSID().match(holder)).isTrue();
        assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(holder)))
                .isTrue();
    }

    @Test
    void the_same_bytes_have_the_same_signature(@TempDir Path directory) {
        ServerKey key = key(directory);

        assertThat(key.signed(CONTENT)).isEqualTo(key.signed(CONTENT.clone()));
    }

    @Test
    void a_key_of_another_kind_signs_nothing() throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();

        assertThat(SignedBytes.of(CONTENT, pair.getPrivate(), List.of())).isEmpty();
    }

    @Test
    void openssl_reads_it(@TempDir Path directory) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");
        ServerKey key = key(directory.resolve("tls"));
        Path file = Files.write(directory.resolve("signed"), key.signed(CONTENT));

        assertThat(openssl(
                        directory,
                        "cms",
                        "-verify",
                        "-inform",
                        "DER",
                        "-in",
                        file.toString(),
                        "-CAfile",
                        key.certificate().toString(),
                        "-purpose",
                        "any"))
                .contains("<plist/>");
    }

    private static String openssl(Path directory, String... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder()
                .command(java.util.stream.Stream.concat(
                                java.util.stream.Stream.of("/usr/bin/openssl"), java.util.stream.Stream.of(arguments))
                        .toList())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
