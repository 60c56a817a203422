package dev.slipway.bootloader.protocol.trust;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;

/** A private key that signs. Its text shows the public half only. */
public final class Signer {
    private final SigningPublicKey publicKey;
    private final PrivateKey privateKey;

    private Signer(SigningPublicKey publicKey, PrivateKey privateKey) {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    /** A new key pair. */
    public static Signer generate(SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, random);
            KeyPair pair = generator.generateKeyPair();
            return new Signer(SigningPublicKey.ofSpki(pair.getPublic().getEncoded()), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 15 and later have Ed25519", e);
        }
    }

    /**
     * A stored key pair.
     *
     * @param pkcs8 what {@link #pkcs8} gave
     * @throws IllegalArgumentException if the two halves do not belong together
     */
    public static Signer of(SigningPublicKey publicKey, byte[] pkcs8) {
        try {
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            var signer = new Signer(publicKey, key);
            if (publicKey.verifies(
                    pkcs8, HexFormat.of().parseHex(signer.sign(pkcs8).signature()))) {
                return signer;
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 private key", e);
        }
        throw new IllegalArgumentException("the private key belongs to another public key than " + publicKey.keyId());
    }

    /** The public half. */
    public SigningPublicKey publicKey() {
        return publicKey;
    }

    /** The private half, PKCS #8 (RFC 8410 section 7); keep it as a secret. */
    public byte[] pkcs8() {
        return privateKey.getEncoded();
    }

    /** The signature of {@code message}; Ed25519 needs no chance, so equal messages have equal signatures. */
    public SignatureBy sign(byte[] message) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(message);
            return new SignatureBy(publicKey.keyId(), HexFormat.of().formatHex(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was accepted signs", e);
        }
    }

    @Override
    public String toString() {
        return "Signer[" + publicKey.keyId() + "]";
    }
}
