package dev.slipway.core.bundle;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.bootloader.protocol.json.JsonObject;
import dev.slipway.bootloader.protocol.json.Malformed;
import dev.slipway.bootloader.protocol.trust.Envelope;
import dev.slipway.bootloader.protocol.trust.ReleaseDocument;
import dev.slipway.bootloader.protocol.trust.RootDocument;
import dev.slipway.bootloader.protocol.trust.Signer;
import dev.slipway.bootloader.protocol.trust.SigningPublicKey;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * A signing key in a file of its own, away from every server: PEM with the private half (PKCS #8, RFC 8410 section 7)
 * and the public one (RFC 8410 section 4), so that other programs read it, too.
 */
public final class KeyFile {
    private static final byte[] SPKI_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final String DETACH = "detach";

    private final Signer signer;

    private KeyFile(Signer signer) {
        this.signer = signer;
    }

    /**
     * A signed document.
     *
     * @param what it says, in words, so that nobody signs unseen
     */
    public record Signing(String what, Bytes signed) {}

    /** A new key. */
    public static KeyFile make(SecureRandom random) {
        return new KeyFile(Signer.generate(random));
    }

    /** A key as the server keeps it: public half in hexadecimal, private half in base64; refuses {@code keys.file}. */
    public static KeyFile of(String publicKey, Secret privateKey) {
        return of(publicKey, Base64.getDecoder().decode(privateKey.reveal()));
    }

    /** What {@link #pem} gave; refuses {@code keys.file}. */
    public static KeyFile read(Secret pem) {
        byte[] spki = block(pem.reveal(), PUBLIC);
        int start = Math.min(SPKI_PREFIX.length, spki.length);
        return of(HexFormat.of().formatHex(spki, start, spki.length), block(pem.reveal(), PRIVATE));
    }

    private static KeyFile of(String publicKey, byte[] privateKey) {
        try {
            return new KeyFile(Signer.of(new SigningPublicKey(publicKey), privateKey));
        } catch (IllegalArgumentException foreign) {
            throw unusable();
        }
    }

    private static byte[] block(String pem, String label) {
        String begin = "-----BEGIN " + label + "-----";
        int from = pem.indexOf(begin);
        int to = pem.indexOf("-----END " + label + "-----");
        if (from < 0 || to < from) {
            throw unusable();
        }
        try {
            return Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to));
        } catch (IllegalArgumentException noBase64) {
            throw unusable();
        }
    }

    private static Refusal unusable() {
        return new Refusal("keys.file", "This is no key file: give one that slipway keys make or keys detach wrote.");
    }

    /** The file. */
    public Secret pem() {
        byte[] spki = HexFormat.of().parseHex(HexFormat.of().formatHex(SPKI_PREFIX) + publicKey());
        return new Secret(pem(PRIVATE, signer.pkcs8()) + pem(PUBLIC, spki));
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(label, Base64.getEncoder().encodeToString(der));
    }

    /** 64 hexadecimal digits. */
    public String publicKey() {
        return signer.publicKey().hex();
    }

    /** By which signatures and the server name it. */
    public String keyId() {
        return signer.publicKey().keyId();
    }

    /** Shows a server that the private half is here; see {@link KeyChange#detach}. */
    public Bytes proof() {
        return Bytes.of(Envelope.sign(detachment(keyId()), signer).toBytes());
    }

    /** What a proof says. */
    static JsonObject detachment(String keyId) {
        return JsonObject.EMPTY.with("_type", DETACH).with("key_id", keyId);
    }

    /** Adds this key's signature to a release or root document; anything else is the refusal {@code keys.document}. */
    public Signing sign(byte[] document) {
        try {
            Envelope envelope = Envelope.parse(document);
            String what = what(envelope);
            boolean signedBefore =
                    envelope.signatures().stream().anyMatch(by -> by.keyId().equals(keyId()));
            return new Signing(what, Bytes.of((signedBefore ? envelope : envelope.signedAlsoBy(signer)).toBytes()));
        } catch (Malformed foreign) {
            throw new Refusal(
                    "keys.document", "Only release and root documents are signed, not this: " + foreign.getMessage());
        }
    }

    private static String what(Envelope envelope) {
        return envelope.document().get("_type").text().equals(RootDocument.ROOT)
                ? words(RootDocument.from(envelope))
                : words(ReleaseDocument.from(envelope));
    }

    private static String words(RootDocument root) {
        return root.roles().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(role -> "\n  " + role.getKey() + " "
                        + role.getValue().keyIds().stream().sorted().collect(Collectors.joining(" ")))
                .collect(Collectors.joining("", "root " + root.version() + ", until " + root.expires(), ""));
    }

    private static String words(ReleaseDocument release) {
        return release.targets().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(target -> "\n  %s %d bytes, SHA-256 %s"
                        .formatted(
                                target.getKey(),
                                target.getValue().length(),
                                target.getValue().sha256()))
                .collect(Collectors.joining("", "release " + release.application() + " " + release.version(), ""));
    }
}
