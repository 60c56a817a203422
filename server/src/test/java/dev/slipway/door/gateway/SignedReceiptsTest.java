package dev.slipway.door.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Receipt;
import dev.slipway.core.message.Supplier;
import dev.slipway.fake.Refusals;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receipts of Vonage, signed with another program by the rules of its manual. */
class SignedReceiptsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Map<String, String> SAID = Map.of(
            "client-ref", "0123456789abc",
            "messageId", "V1",
            "status", "delivered",
            "err-code", "0",
            "timestamp", "1764154800",
            "note", "a&b=c");
    private static final Map<String, String> SIGNATURES = Map.ofEntries(
            Map.entry("md5hash", "ce51088d9c5ed4a297f5fab4363a8df0"),
            Map.entry("md5", "02ed756c21232abf1c259e4953d8e3a9"),
            Map.entry("sha1", "7BA25B0DF17FFCEFDF891687AE82523AF73C3354"),
            Map.entry("sha256", "f6ecca1f82781afe1ae252930cf3b2cd9301aff2eef9b1902bf894075cea88c7"),
            Map.entry(
                    "sha512",
                    "714433e9a81f55cfc130799e663a904dc28a8f1e31676af16571156d97838a2f"
                            + "89b614652e10398993beba56d15ce438fd50461cd0d8c45f65b288b157276d90"));

    private final Supplier vonage = GatewaySuppliers.all(Set.of(), Path.of("/nonexistent"), InstantSource.fixed(NOW))
            .named("vonage");

    @ParameterizedTest
    @ValueSource(strings = {"md5hash", "md5", "sha1", "sha256", "sha512"})
    void a_receipt_with_the_right_signature_counts_and_no_other_one(String method) {
        GatewaySetup setup = setup(method, Map.of("signature_secret", new Secret("s3cret")));
        String signature = SIGNATURES.get(method);

        assertThat(receipt(setup, Map.of("sig", signature))).isPresent();
        assertThat(receipt(setup, Map.of())).as("unsigned").isEmpty();
        assertThat(receipt(setup, Map.of("sig", signature.substring(1)))).isEmpty();
        assertThat(receipt(setup, Map.of("sig", signature, "status", "failed")))
                .as("changed")
                .isEmpty();
        assertThat(receipt(setup, Map.of("sig", signature, "more", "1")))
                .as("added to")
                .isEmpty();
    }

    @Test
    void without_a_secret_no_signature_is_looked_at() {
        assertThat(receipt(setup("sha256", Map.of()), Map.of("sig", "nonsense")))
                .isPresent();
    }

    @Test
    void an_unknown_method_is_refused_where_it_is_set_up() {
        assertThat(Refusals.codeOf(() -> vonage.open(setup("rot13", Map.of())))).isEqualTo("gateway.field-invalid");
    }

    private Optional<Receipt> receipt(GatewaySetup setup, Map<String, String> more) {
        var said = new HashMap<>(SAID);
        said.putAll(more);
        return vonage.receipt(setup, said, NOW);
    }

    private static GatewaySetup setup(String method, Map<String, Secret> more) {
        var secrets = new HashMap<>(Map.of("api_secret", new Secret("s")));
        secrets.putAll(more);
        return new GatewaySetup(
                new Id<>(1),
                "main",
                "vonage",
                Map.of("api_key", "k", "from", "Slipway", "signature_method", method),
                secrets,
                Setups.USE);
    }
}
