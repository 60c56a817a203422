package dev.slipway.bootloader.protocol.trust;

import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonObject;
import java.util.regex.Pattern;

/**
 * One signature of an envelope.
 *
 * @param keyId which key claims to have made it
 * @param signature 64 bytes as 128 lower-case hexadecimal digits
 */
public record SignatureBy(String keyId, String signature) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{128}");

    public SignatureBy {
        Sha256.requireHex(keyId);
        if (!HEX.matcher(signature).matches()) {
            throw new IllegalArgumentException("an Ed25519 signature is 128 lower-case hexadecimal digits");
        }
    }

    static SignatureBy from(JsonAt at) {
        return at.read(
                "a signature",
                () -> new SignatureBy(at.get("keyid").text(), at.get("sig").text()));
    }

    JsonObject toJson() {
        return JsonObject.EMPTY.with("keyid", keyId).with("sig", signature);
    }
}
