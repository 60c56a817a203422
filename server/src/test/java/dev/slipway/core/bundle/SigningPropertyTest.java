package dev.slipway.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.identity.Ed25519;
import dev.slipway.bootloader.protocol.trust.Signer;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.HexFormat;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The server signs with Bouncy Castle and devices verify with the JDK: both must mean the same by Ed25519. */
class SigningPropertyTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** RFC 8032 section 7.1, TEST 3, its key as PKCS #8 (RFC 8410 section 7). */
    private static final byte[] TEST_3 = HexFormat.of()
            .parseHex("302e020100300506032b657004220420"
                    + "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7");

    @Property(tries = 200)
    void the_server_signs_as_the_JDK_does_and_the_JDK_verifies_it(@ForAll byte[] message) {
        Signer jdk = Signer.generate(RANDOM);
        byte[] signature = Ed25519.of(jdk.pkcs8()).sign(message);
        assertThat(HexFormat.of().formatHex(signature))
                .isEqualTo(jdk.sign(message).signature());
        assertThat(jdk.publicKey().verifies(message, signature)).isTrue();
    }

    @Example
    void it_signs_as_the_specification_does() {
        assertThat(Ed25519.of(TEST_3).sign(HexFormat.of().parseHex("af82")))
                .isEqualTo(HexFormat.of()
                        .parseHex("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                                + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"));
    }

    @Example
    void a_key_of_another_algorithm_or_pair_is_not_taken() throws GeneralSecurityException {
        byte[] agreeing = KeyPairGenerator.getInstance("X25519")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        assertThatThrownBy(() -> Ed25519.of(agreeing)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Ed25519.of(new byte[8])).isInstanceOf(IllegalArgumentException.class);
        Signer one = Signer.generate(RANDOM);
        Signer other = Signer.generate(RANDOM);
        assertThatThrownBy(() -> Signer.of(one.publicKey(), other.pkcs8(), Ed25519.of(other.pkcs8())::sign))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(one.publicKey().keyId());
    }
}
