package dev.slipway.base.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Secret;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TokensTest {
    private final Tokens tokens = new Tokens(new Random(1));

    @Test
    void a_token_is_43_characters_that_need_no_escaping_in_an_address() {
        assertThat(tokens.next().reveal()).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void no_two_are_alike() {
        assertThat(Stream.generate(tokens::next).limit(1000).map(Secret::reveal).collect(Collectors.toSet()))
                .hasSize(1000);
    }

    @Test
    void what_is_kept_is_the_sha_256() {
        assertThat(Tokens.sha256(new Secret("abc")).hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
