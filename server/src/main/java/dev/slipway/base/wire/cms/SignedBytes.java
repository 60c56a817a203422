package dev.slipway.base.wire.cms;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/** SignedData that carries its content and the signer's certificates (RFC 5652, section 5). */
public final class SignedBytes {
    private SignedBytes() {}

    /**
     * The content, signed: equal bytes give equal ones, since no time is signed and the signature is deterministic.
     * Empty for a key that is neither of elliptic curves nor RSA.
     *
     * @param chain the certificate of {@code key} first
     */
    public static Optional<byte[]> of(byte[] content, PrivateKey key, List<X509Certificate> chain) {
        try {
            return Signers.of(key).map(signer -> {
                try {
                    var generator = new CMSSignedDataGenerator();
                    generator.addSignerInfoGenerator(new SignerInfoGeneratorBuilder(new BcDigestCalculatorProvider())
                            .setDirectSignature(true)
                            .build(signer, new JcaX509CertificateHolder(chain.getFirst())));
                    generator.addCertificates(new JcaCertStore(chain));
                    return generator
                            .generate(new CMSProcessableByteArray(content), true)
                            .getEncoded();
                } catch (CMSException | IOException | OperatorCreationException | CertificateEncodingException e) {
                    throw new IllegalStateException("a certificate that a listener shows can be written", e);
                }
            });
        } catch (IOException | OperatorCreationException unusable) {
            throw new IllegalStateException("a key that a listener uses can sign", unusable);
        }
    }
}
