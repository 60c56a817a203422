package dev.slipway.base.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Ed25519Test {
    private static final byte[] MESSAGE = "what a device must have".getBytes(StandardCharsets.UTF_8);

    /** RFC 8410, section 10.3: the same key, without its public half and with it. */
    private static final String SHORT =
            "302e020100300506032b657004220420d4ee72dbf913584ad5b6d8f1f769f8ad3afe7c28cbf1d4fbe097a88f44755842";

    private static final String LONG =
            "3072020101300506032b657004220420d4ee72dbf913584ad5b6d8f1f769f8ad3afe7c28cbf1d4fbe097a88f44755842"
                    + "a01f301d060a2a864886f70d01090914310f0c0d437572646c6520436861697273"
                    + "81210019bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1";

    @Test
    void what_it_signs_the_jdk_believes() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Ed25519.prepare();
        byte[] signature = Ed25519.of(pair.getPrivate().getEncoded()).sign(MESSAGE);
        Signature checker = Signature.getInstance("Ed25519");
        checker.initVerify(pair.getPublic());
        checker.update(MESSAGE);
        assertThat(checker.verify(signature)).isTrue();
    }

    @Test
    void a_key_with_its_public_half_is_the_same_key() {
        assertThat(Ed25519.of(HexFormat.of().parseHex(LONG)).sign(MESSAGE))
                .isEqualTo(Ed25519.of(HexFormat.of().parseHex(SHORT)).sign(MESSAGE));
    }

    @Test
    void what_is_cut_or_no_such_key_is_refused() {
        byte[] key = HexFormat.of().parseHex(SHORT);
        for (int length = 0; length < key.length; length++) {
            byte[] cut = Arrays.copyOf(key, length);
            assertThatThrownBy(() -> Ed25519.of(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        byte[] other = key.clone();
        other[11]++;
        assertThatThrownBy(() -> Ed25519.of(other)).isInstanceOf(IllegalArgumentException.class);
    }
}
