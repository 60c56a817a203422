package dev.slipway.base.store;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals the secrets that rest in the database: AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce, bound to the
 * value's place. Text form: {@code v1:KEYID:BASE64}, where BASE64 holds nonce, cipher text and 128-bit tag. Random
 * nonces allow 2^32 values per key (SP 800-38D, section 8.3), far beyond any fleet.
 */
public final class SecretBox {
    private static final String VERSION = "v1";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int PARTS = 3;
    /** Version and key id with their colons; the id of a key is much shorter. */
    private static final int HEAD_BYTES_MAX = 128;

    private final SecretKeys keys;
    private final RandomGenerator random;

    /** Takes the keys and, for the nonces, a {@link java.security.SecureRandom} outside tests. */
    public SecretBox(SecretKeys keys, RandomGenerator random) {
        this.keys = keys;
        this.random = random;
    }

    /** Seals a value for one place with the newest key; the same value never gives the same text twice. */
    public String seal(SecretPlace place, Secret value) {
        SecretKeys.Key key = keys.newest();
        byte[] sealed = sealed(key, place, value.reveal().getBytes(StandardCharsets.UTF_8));
        return VERSION + ":" + key.id() + ":" + Base64.getEncoder().encodeToString(sealed);
    }

    /** Seals bytes for one place; like the text form, but the part behind the second colon stands as it is. */
    public Bytes seal(SecretPlace place, Bytes value) {
        SecretKeys.Key key = keys.newest();
        byte[] head = (VERSION + ":" + key.id() + ":").getBytes(StandardCharsets.US_ASCII);
        byte[] sealed = sealed(key, place, value.toArray());
        byte[] all = Arrays.copyOf(head, head.length + sealed.length);
        System.arraycopy(sealed, 0, all, head.length, sealed.length);
        return Bytes.of(all);
    }

    /**
     * Opens a sealed text in its place.
     *
     * @throws Refusal {@code secrets.key-missing} sealed with a key that the file does not hold;
     *     {@code secrets.changed} not what was sealed for this place
     */
    public Secret unseal(SecretPlace place, String sealed) {
        String[] parts = sealed.split(":", -1);
        if (parts.length != PARTS || !parts[0].equals(VERSION)) {
            throw changed(place);
        }
        SecretKeys.Key key = key(place, parts[1]);
        try {
            return new Secret(
                    new String(opened(key, place, Base64.getDecoder().decode(parts[2])), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            throw changed(place);
        }
    }

    /** Opens sealed bytes in their place; refuses as {@link #unseal(SecretPlace, String)}. */
    public Bytes unseal(SecretPlace place, Bytes sealed) {
        byte[] all = sealed.toArray();
        String[] parts =
                new String(all, 0, Math.min(all.length, HEAD_BYTES_MAX), StandardCharsets.ISO_8859_1).split(":", PARTS);
        if (parts.length != PARTS || !parts[0].equals(VERSION)) {
            throw changed(place);
        }
        int head = parts[0].length() + parts[1].length() + 2;
        return Bytes.of(opened(key(place, parts[1]), place, Arrays.copyOfRange(all, head, all.length)));
    }

    private SecretKeys.Key key(SecretPlace place, String id) {
        return keys.named(id)
                .orElseThrow(() -> new Refusal(
                        "secrets.key-missing",
                        "The secret in " + name(place) + " was sealed with the key " + id
                                + ", which secrets.key does not hold: bring that file back."));
    }

    /** Nonce, cipher text and tag. */
    private byte[] sealed(SecretKeys.Key key, SecretPlace place, byte[] clear) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, place).doFinal(clear);
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return all;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has AES-GCM", impossible);
        }
    }

    private static byte[] opened(SecretKeys.Key key, SecretPlace place, byte[] all) {
        try {
            byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, key, nonce, place)
                    .doFinal(all, NONCE_BYTES, Math.max(0, all.length - NONCE_BYTES));
        } catch (GeneralSecurityException | IllegalArgumentException notSealedHere) {
            throw changed(place);
        }
    }

    /** Whether a text was sealed with an older key and should be sealed anew when its row is next written. */
    public boolean isOld(String sealed) {
        return !sealed.startsWith(VERSION + ":" + keys.newest().id() + ":");
    }

    private static Cipher cipher(int mode, SecretKeys.Key key, byte[] nonce, SecretPlace place)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.bound(VERSION, key.id()));
        return cipher;
    }

    private static Refusal changed(SecretPlace place) {
        return new Refusal(
                "secrets.changed",
                "The secret in " + name(place) + " is not the one that was sealed there: enter it again.");
    }

    private static String name(SecretPlace place) {
        return place.table() + "." + place.column() + " of row " + place.row();
    }
}
