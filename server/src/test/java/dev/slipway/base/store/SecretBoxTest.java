package dev.slipway.base.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTest {
    private static final SecretPlace PLACE = new SecretPlace("1", "account", "42", "secret");
    private static final Secret VALUE = new Secret("geheim, höchst");

    @TempDir
    Path directory;

    private final RandomGenerator random = new Random(7);
    private Path file;
    private SecretBox box;

    @BeforeEach
    void open() {
        file = directory.resolve("secrets.key");
        box = opened();
    }

    @Test
    void what_was_sealed_opens_in_its_place() {
        assertThat(box.unseal(PLACE, box.seal(PLACE, VALUE))).isEqualTo(VALUE);
        assertThat(box.unseal(PLACE, box.seal(PLACE, new Secret("")))).isEqualTo(new Secret(""));
    }

    @Test
    void the_text_form_is_version_key_and_base64_and_never_the_same_twice() {
        String sealed = box.seal(PLACE, VALUE);
        assertThat(sealed).matches("v1:[0-9a-f]{8}:[A-Za-z0-9+/]+=*").doesNotContain("geheim");
        assertThat(box.seal(PLACE, VALUE)).isNotEqualTo(sealed);
    }

    @Test
    void it_does_not_open_in_any_other_place() {
        String sealed = box.seal(PLACE, VALUE);
        for (SecretPlace other : List.of(
                new SecretPlace("2", "account", "42", "secret"),
                new SecretPlace("1", "user", "42", "secret"),
                new SecretPlace("1", "account", "43", "secret"),
                new SecretPlace("1", "account", "42", "other"),
                new SecretPlace("1", "account4", "2", "secret"),
                new SecretPlace("", "1account", "42", "secret"))) {
            refused("secrets.changed", () -> box.unseal(other, sealed));
        }
    }

    @Test
    void every_changed_bit_and_every_truncation_is_noticed() {
        String[] parts = box.seal(PLACE, VALUE).split(":");
        byte[] bytes = Base64.getDecoder().decode(parts[2]);
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            refused("secrets.changed", () -> box.unseal(PLACE, text(parts, changed)));
        }
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            refused("secrets.changed", () -> box.unseal(PLACE, text(parts, cut)));
        }
    }

    @Test
    void other_texts_are_refused_and_never_a_fault() {
        for (String text : List.of("", "plain", "v1", "v1::", "v2:00000000:AAAA", "v1:x:y:z")) {
            assertThatThrownBy(() -> box.unseal(PLACE, text)).isInstanceOf(Refusal.class);
        }
        refused("secrets.key-missing", () -> box.unseal(PLACE, "v1:00000000:AAAA"));
    }

    @Test
    void after_a_rotation_the_new_key_seals_and_the_old_one_opens() throws IOException {
        String sealed = box.seal(PLACE, VALUE);
        SecretKeys.rotate(file, random);
        SecretBox rotated = opened();

        assertThat(rotated.unseal(PLACE, sealed)).isEqualTo(VALUE);
        assertThat(rotated.isOld(sealed)).isTrue();
        assertThat(rotated.isOld(rotated.seal(PLACE, VALUE))).isFalse();
        refused("secrets.key-missing", () -> box.unseal(PLACE, rotated.seal(PLACE, VALUE)));
    }

    @Test
    void the_key_file_is_private_from_the_start_and_opens_again() throws IOException {
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(opened().unseal(PLACE, box.seal(PLACE, VALUE))).isEqualTo(VALUE);
    }

    @Test
    void a_malformed_key_file_is_refused_without_showing_it() throws IOException {
        String line = Files.readString(file).strip();
        for (String text : List.of("", "# nothing", line + "\n" + line, line.substring(1), line + "x", "hello")) {
            Files.writeString(file, text);
            assertThatThrownBy(this::opened).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.code()).isEqualTo("secrets.key-malformed");
                assertThat(refusal.getMessage()).doesNotContain(line.substring(9));
            });
        }
        Files.writeString(file, "# a comment\n\n" + line + "\n");
        opened();
    }

    private SecretBox opened() {
        return new SecretBox(SecretKeys.open(file, random), random);
    }

    private static String text(String[] parts, byte[] bytes) {
        return parts[0] + ":" + parts[1] + ":" + Base64.getEncoder().encodeToString(bytes);
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
