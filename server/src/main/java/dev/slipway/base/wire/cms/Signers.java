package dev.slipway.base.wire.cms;

import java.io.IOException;
import java.security.PrivateKey;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentSignerBuilder;
import org.bouncycastle.operator.bc.BcRSAContentSignerBuilder;

/** Signers with SHA-256 whose signatures depend on nothing but key and content. */
final class Signers {
    private Signers() {}

    static Optional<ContentSigner> of(PrivateKey key) throws IOException, OperatorCreationException {
        AsymmetricKeyParameter bare = PrivateKeyFactory.createKey(key.getEncoded());
        return switch (key.getAlgorithm()) {
            case "EC", "ECDSA" -> Optional.of(new Deterministic().build(bare));
            case "RSA" -> {
                AlgorithmIdentifier rsa = named("SHA256withRSA");
                yield Optional.of(new BcRSAContentSignerBuilder(rsa, digest(rsa)).build(bare));
            }
            default -> Optional.empty();
        };
    }

    private static AlgorithmIdentifier named(String algorithm) {
        return new DefaultSignatureAlgorithmIdentifierFinder().find(algorithm);
    }

    private static AlgorithmIdentifier digest(AlgorithmIdentifier signature) {
        return new DefaultDigestAlgorithmIdentifierFinder().find(signature);
    }

    /** ECDSA whose random number comes from key and content (RFC 6979). */
    private static final class Deterministic extends BcECContentSignerBuilder {
        Deterministic() {
            super(named("SHA256withECDSA"), digest(named("SHA256withECDSA")));
        }

        @Override
        protected Signer createSigner(AlgorithmIdentifier signature, AlgorithmIdentifier digest) {
            return new DSADigestSigner(new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest())), new SHA256Digest());
        }
    }
}
