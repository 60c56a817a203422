package dev.slipway.bootloader.protocol.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.slipway.bootloader.protocol.json.Json;
import dev.slipway.bootloader.protocol.json.JsonObject;
import dev.slipway.bootloader.protocol.json.JsonWriter;
import dev.slipway.bootloader.protocol.json.Malformed;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    private final Signer a = Signer.generate(new SecureRandom());
    private final Signer b = Signer.generate(new SecureRandom());
    private final Map<String, SigningPublicKey> keys =
            Map.of(a.publicKey().keyId(), a.publicKey(), b.publicKey().keyId(), b.publicKey());
    private final Role both = new Role(keys.keySet(), 2);
    private final JsonObject document = JsonObject.EMPTY.with("b", 1).with("a", "line\n\"");

    @Test
    void a_vector_of_rfc_8032_verifies() {
        var key = new SigningPublicKey("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        byte[] signature = HexFormat.of()
                .parseHex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        assertThat(key.verifies(new byte[] {0x72}, signature)).isTrue();
        assertThat(key.verifies(new byte[] {0x73}, signature)).isFalse();
        assertThat(key.verifies(new byte[] {0x72}, new byte[3])).isFalse();
    }

    @Test
    void a_threshold_counts_different_keys() {
        assertThat(Envelope.sign(document, a, b).isSignedBy(both, keys)).isTrue();
        assertThat(Envelope.sign(document, a, a).isSignedBy(both, keys)).isFalse();
        assertThat(Envelope.sign(document, a).signedAlsoBy(b).isSignedBy(both, keys))
                .isTrue();
    }

    @Test
    void layout_and_order_of_members_do_not_matter_and_content_does() {
        Envelope envelope = Envelope.sign(document, a);
        Envelope again = Envelope.parse(JsonWriter.readable(envelope.toJson()).getBytes(UTF_8));
        assertThat(again).isEqualTo(envelope);
        assertThat(again.isSignedBy(Role.of(a.publicKey()), keys)).isTrue();
        var changed = new Envelope(document.with("b", Json.of(2)), envelope.signatures());
        assertThat(changed.isSignedBy(Role.of(a.publicKey()), keys)).isFalse();
    }

    @Test
    void the_key_id_is_the_hash_of_the_canonical_key() {
        String hex = a.publicKey().hex();
        assertThat(a.publicKey().keyId())
                .isEqualTo(Sha256.hex(
                        ("{\"keytype\":\"ed25519\",\"keyval\":{\"public\":\"" + hex + "\"},\"scheme\":\"ed25519\"}")
                                .getBytes(UTF_8)));
    }

    @Test
    void a_stored_signer_signs_as_before_and_halves_of_two_keys_are_refused() {
        Signer stored = Signer.of(a.publicKey(), a.pkcs8());
        assertThat(Envelope.sign(document, stored)).isEqualTo(Envelope.sign(document, a));
        assertThatIllegalArgumentException().isThrownBy(() -> Signer.of(b.publicKey(), a.pkcs8()));
        assertThat(a.toString()).isEqualTo("Signer[" + a.publicKey().keyId() + "]");
    }

    @Test
    void signatures_and_thresholds_have_limits() {
        SignatureBy signature = a.sign(new byte[0]);
        assertThat(new Envelope(document, Collections.nCopies(32, signature)).signatures())
                .hasSize(32);
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> new Envelope(document, Collections.nCopies(33, signature)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Role(Set.of(a.publicKey().keyId()), 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Role(Set.of(a.publicKey().keyId()), 0));
    }
}
