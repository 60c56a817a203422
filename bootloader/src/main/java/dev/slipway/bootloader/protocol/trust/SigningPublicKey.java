package dev.slipway.bootloader.protocol.trust;

import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonObject;
import dev.slipway.bootloader.protocol.json.JsonWriter;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * An Ed25519 public key (RFC 8032) as TUF 1.0.34 section 4.2 writes it.
 *
 * @param hex the 32 raw bytes as 64 lower-case hexadecimal digits
 */
public record SigningPublicKey(String hex) {
    /** DER up to the raw key: SubjectPublicKeyInfo of id-Ed25519 (RFC 8410 section 4). */
    private static final byte[] SPKI_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public SigningPublicKey {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("an Ed25519 public key is 64 lower-case hexadecimal digits");
        }
    }

    /** The key inside a SubjectPublicKeyInfo. */
    static SigningPublicKey ofSpki(byte[] encoded) {
        int prefix = SPKI_PREFIX.length;
        if (encoded.length != prefix + 32 || !Arrays.equals(encoded, 0, prefix, SPKI_PREFIX, 0, prefix)) {
            throw new IllegalArgumentException("not an Ed25519 public key");
        }
        return new SigningPublicKey(HexFormat.of().formatHex(encoded, prefix, encoded.length));
    }

    /** The key in a document. */
    public static SigningPublicKey from(JsonAt at) {
        exactly(at.get("keytype"), "ed25519");
        exactly(at.get("scheme"), "ed25519");
        JsonAt hex = at.get("keyval").get("public");
        return hex.read("an Ed25519 public key", () -> new SigningPublicKey(hex.text()));
    }

    private static void exactly(JsonAt at, String word) {
        if (!at.text().equals(word)) {
            throw at.refuse("\"" + word + "\"", "\"" + at.text() + "\"");
        }
    }

    /** The key as a document holds it. */
    public JsonObject toJson() {
        return JsonObject.EMPTY
                .with("keytype", "ed25519")
                .with("scheme", "ed25519")
                .with("keyval", JsonObject.EMPTY.with("public", hex));
    }

    /** SHA-256 of the canonical key object, the name under which signatures refer to it (TUF section 4.2). */
    public String keyId() {
        return Sha256.hex(JsonWriter.canonical(toJson()));
    }

    /** The 32 raw bytes. */
    public byte[] raw() {
        return HexFormat.of().parseHex(hex);
    }

    /** Whether {@code signature} is this key's signature of {@code message}. */
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(publicKey());
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return refused(e);
        }
    }

    /** A wrong length or a point that is not on the curve comes as an exception and means the same: not signed. */
    private static boolean refused(GeneralSecurityException reason) {
        System.getLogger(SigningPublicKey.class.getPackageName())
                .log(System.Logger.Level.DEBUG, "event=signature-refused reason={0}", reason.getMessage());
        return false;
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(SPKI_PREFIX, SPKI_PREFIX.length + 32);
        System.arraycopy(raw(), 0, encoded, SPKI_PREFIX.length, 32);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }
}
