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
    private final byte[] pkcs8;
    private final Signing signing;

    private Signer(SigningPublicKey publicKey, byte[] pkcs8, Signing signing) {
        this.publicKey = publicKey;
        this.pkcs8 = pkcs8.clone();
        this.signing = signing;
    }

    /** How a private half makes signatures (Ed25519, RFC 8032): a program that signs often brings a faster way. */
    @FunctionalInterface
    public interface Signing {
        /** The 64 bytes of the signature of {@code message}; every way makes the same. */
        byte[] sign(byte[] message);
    }

    /** A new key pair. */
    public static Signer generate(SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, random);
            KeyPair pair = generator.generateKeyPair();
            PrivateKey half = pair.getPrivate();
            return new Signer(SigningPublicKey.ofSpki(pair.getPublic().getEncoded()), half.getEncoded(), ofJdk(half));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 15 and later have Ed25519", e);
        }
    }

    /**
     * A stored key pair, which signs by the JDK.
     *
     * @param pkcs8 what {@link #pkcs8} gave
     * @throws IllegalArgumentException if the two halves do not belong together
     */
    public static Signer of(SigningPublicKey publicKey, byte[] pkcs8) {
        try {
            PrivateKey half = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return of(publicKey, pkcs8, ofJdk(half));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 private key", e);
        }
    }

    /** A stored key pair that signs another way; throws as {@link #of(SigningPublicKey, byte[])}. */
    public static Signer of(SigningPublicKey publicKey, byte[] pkcs8, Signing signing) {
        if (!publicKey.verifies(pkcs8, signing.sign(pkcs8))) {
            throw new IllegalArgumentException(
                    "the private key belongs to another public key than " + publicKey.keyId());
        }
        return new Signer(publicKey, pkcs8, signing);
    }

    private static Signing ofJdk(PrivateKey half) {
        return message -> {
            try {
                var signature = Signature.getInstance("Ed25519");
                signature.initSign(half);
                signature.update(message);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("a key that was accepted signs", e);
            }
        };
    }

    /** The public half. */
    public SigningPublicKey publicKey() {
        return publicKey;
    }

    /** The private half, PKCS #8 (RFC 8410 section 7); keep it as a secret. */
    public byte[] pkcs8() {
        return pkcs8.clone();
    }

    /** The signature of {@code message}; Ed25519 needs no chance, so equal messages have equal signatures. */
    public SignatureBy sign(byte[] message) {
        return new SignatureBy(publicKey.keyId(), HexFormat.of().formatHex(signing.sign(message)));
    }

    @Override
    public String toString() {
        return "Signer[" + publicKey.keyId() + "]";
    }
}
