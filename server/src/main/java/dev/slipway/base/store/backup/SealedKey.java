package dev.slipway.base.store.backup;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The file of secrets' keys under a passphrase: AES-256-GCM (NIST SP 800-38D) with a key of PBKDF2-HMAC-SHA-256 (RFC
 * 8018, section 5.2). Bytes: salt (16), nonce (12), cipher text and tag.
 */
public final class SealedKey {
    static final String ENTRY = "secrets.key.sealed";

    /** As OWASP's password storage cheat sheet (2023) asks of PBKDF2-HMAC-SHA-256. */
    private static final int ITERATION_COUNT = 600_000;

    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BITS = 256;

    private final byte[] bytes;

    SealedKey(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** Seals the text of the key file; {@code random} is a {@link java.security.SecureRandom} outside tests. */
    public static SealedKey seal(String keyFile, Secret passphrase, RandomGenerator random) {
        byte[] salt = new byte[SALT_BYTES];
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, passphrase, salt, nonce)
                    .doFinal(keyFile.getBytes(StandardCharsets.UTF_8));
            return new SealedKey(ByteBuffer.allocate(SALT_BYTES + NONCE_BYTES + sealed.length)
                    .put(salt)
                    .put(nonce)
                    .put(sealed)
                    .array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has AES-GCM and PBKDF2", impossible);
        }
    }

    /** The text of the key file; another passphrase or changed bytes are the refusal {@code restore.passphrase}. */
    public String open(Secret passphrase) {
        if (bytes.length < SALT_BYTES + NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            throw wrong();
        }
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        byte[] salt = new byte[SALT_BYTES];
        byte[] nonce = new byte[NONCE_BYTES];
        rest.get(salt).get(nonce);
        byte[] sealed = new byte[rest.remaining()];
        rest.get(sealed);
        try {
            byte[] clear = cipher(Cipher.DECRYPT_MODE, passphrase, salt, nonce).doFinal(sealed);
            return new String(clear, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException notSealedSo) {
            throw wrong();
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    private static Refusal wrong() {
        return new Refusal(
                "restore.passphrase", "The key of secrets does not open with this passphrase: give the right one.");
    }

    private static Cipher cipher(int mode, Secret passphrase, byte[] salt, byte[] nonce)
            throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(passphrase.reveal().toCharArray(), salt, ITERATION_COUNT, KEY_BITS);
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
        spec.clearPassword();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
