package dev.slipway.bootloader.protocol.trust;

import dev.slipway.bootloader.protocol.json.Json;
import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonObject;
import dev.slipway.bootloader.protocol.json.JsonReader;
import dev.slipway.bootloader.protocol.json.JsonWriter;
import dev.slipway.bootloader.protocol.json.Malformed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A document and the signatures over its canonical bytes (TUF 1.0.34 section 4.2). Reading proves nothing: ask
 * {@link #isSignedBy}.
 *
 * @param signed the document
 * @param signatures at most {@value #SIGNATURES_MAX}, in the order of the input
 */
public record Envelope(JsonObject signed, List<SignatureBy> signatures) {
    /** More signatures than a role can have keys only cost time. */
    public static final int SIGNATURES_MAX = RootDocument.KEYS_MAX;

    public Envelope {
        signatures = List.copyOf(signatures);
        if (signatures.size() > SIGNATURES_MAX) {
            throw new Malformed("/signatures", "at most " + SIGNATURES_MAX, Integer.toString(signatures.size()));
        }
        JsonWriter.canonical(signed);
    }

    /** {@code document} signed by {@code signers}. */
    public static Envelope sign(JsonObject document, Signer... signers) {
        byte[] bytes = JsonWriter.canonical(document);
        return new Envelope(
                document,
                Arrays.stream(signers).map(signer -> signer.sign(bytes)).toList());
    }

    /** The envelope that {@code input} holds. */
    public static Envelope parse(byte[] input) {
        return from(JsonReader.document(input));
    }

    /** The envelope in a document. */
    public static Envelope from(JsonAt at) {
        return new Envelope(at.get("signed").object(), at.get("signatures").list(SignatureBy::from));
    }

    /** This envelope with the signature of one key more, as offline signing adds them one by one. */
    public Envelope signedAlsoBy(Signer signer) {
        var more = new ArrayList<>(signatures);
        more.add(signer.sign(signedBytes()));
        return new Envelope(signed, more);
    }

    /** The envelope as a document holds it. */
    public JsonObject toJson() {
        return JsonObject.EMPTY
                .with("signed", signed)
                .with(
                        "signatures",
                        Json.of(signatures.stream().map(SignatureBy::toJson).toList()));
    }

    /** The bytes that the wire and files carry. */
    public byte[] toBytes() {
        return JsonWriter.compact(toJson());
    }

    /** The document, to be read. */
    public JsonAt document() {
        return JsonAt.root(signed);
    }

    /** The canonical bytes that the signatures cover. */
    public byte[] signedBytes() {
        return JsonWriter.canonical(signed);
    }

    /** SHA-256 of {@link #signedBytes}, in hexadecimal: equal content has equal text, whatever the signatures. */
    public String contentHash() {
        return Sha256.hex(signedBytes());
    }

    /** Whether at least the role's threshold of its different keys signed (TUF section 5.3.4: a key counts once). */
    public boolean isSignedBy(Role role, Map<String, SigningPublicKey> keys) {
        byte[] bytes = signedBytes();
        Set<String> valid = signatures.stream()
                .filter(signature -> role.keyIds().contains(signature.keyId()))
                .filter(signature -> isValid(signature, bytes, keys))
                .map(SignatureBy::keyId)
                .collect(Collectors.toSet());
        return valid.size() >= role.threshold();
    }

    private static boolean isValid(SignatureBy signature, byte[] bytes, Map<String, SigningPublicKey> keys) {
        return keys.containsKey(signature.keyId())
                && keys.get(signature.keyId()).verifies(bytes, HexFormat.of().parseHex(signature.signature()));
    }

    /** Whether any signature claims a key of the role; without one the document was meant for other eyes. */
    boolean namesKeyOf(Role role) {
        return signatures.stream().anyMatch(signature -> role.keyIds().contains(signature.keyId()));
    }

    /** The document, after its type was compared. */
    JsonAt documentOfType(String type) {
        JsonAt word = document().get("_type");
        if (!word.text().equals(type)) {
            throw word.refuse("\"" + type + "\"", "\"" + word.text() + "\"");
        }
        return document();
    }
}
