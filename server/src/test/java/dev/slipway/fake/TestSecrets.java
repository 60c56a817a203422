package dev.slipway.fake;

import dev.slipway.base.store.SecretBox;
import dev.slipway.base.store.SecretKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/** A box of secrets whose key is in memory only. */
public final class TestSecrets {
    private TestSecrets() {}

    /** A box with a new key. */
    public static SecretBox box(RandomGenerator random) {
        try {
            Path directory = Files.createTempDirectory("slipway-secrets-");
            SecretKeys keys = SecretKeys.open(directory.resolve("secrets.key"), random);
            Files.delete(directory.resolve("secrets.key"));
            Files.delete(directory);
            return new SecretBox(keys, random);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
