package dev.slipway.base.store;

import dev.slipway.base.fleet.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that seal values at rest, one per line of {@code secrets.key}: an id of 8 hexadecimal digits, a space, 32
 * bytes in base64; oldest first. Lines that begin with {@code #} are comments. The newest seals, any opens; the oldest
 * is the root of derived tokens and therefore never removed. All nodes share one file; a backup leaves it out.
 */
public final class SecretKeys {
    private static final System.Logger LOG = System.getLogger(SecretKeys.class.getPackageName());
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;

    /** A rotation a month for eight years; more is a mistake. */
    private static final int KEY_COUNT_MAX = 100;

    /**
     * One key.
     *
     * @param id 8 hexadecimal digits
     * @param key 256 bits, for AES
     */
    record Key(String id, SecretKey key) {}

    private final List<Key> keys;

    private SecretKeys(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Reads the key file; a first start creates it with one key, mode 0600.
     *
     * @param random a {@link java.security.SecureRandom} outside tests
     * @throws Refusal {@code secrets.key-malformed} the file is not of this form
     */
    public static SecretKeys open(Path file, RandomGenerator random) {
        try {
            if (!Files.exists(file)) {
                OwnerOnly.write(file, line(random));
            }
            warnIfOpen(file);
            return new SecretKeys(parse(file, Files.readAllLines(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Appends a new key, which seals from the next {@link #open} on; what older keys sealed stays readable. */
    public static void rotate(Path file, RandomGenerator random) throws IOException {
        parse(file, Files.readAllLines(file));
        OwnerOnly.write(file, Files.readString(file).stripTrailing() + "\n" + line(random));
    }

    /** The key from which other keys are derived: the first, which never changes. */
    public SecretKey root() {
        return keys.getFirst().key();
    }

    Key newest() {
        return keys.getLast();
    }

    Optional<Key> named(String id) {
        return keys.stream().filter(key -> key.id.equals(id)).findFirst();
    }

    private static String line(RandomGenerator random) {
        byte[] id = new byte[ID_BYTES];
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(id);
        random.nextBytes(key);
        return HexFormat.of().formatHex(id) + " " + Base64.getEncoder().encodeToString(key) + "\n";
    }

    private static List<Key> parse(Path file, List<String> lines) {
        List<Key> keys = new ArrayList<>();
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                keys.add(parse(line.strip()).orElseThrow(() -> malformed(file)));
            }
        }
        if (keys.isEmpty()
                || keys.size() > KEY_COUNT_MAX
                || keys.stream().map(Key::id).distinct().count() < keys.size()) {
            throw malformed(file);
        }
        return keys;
    }

    private static Optional<Key> parse(String line) {
        if (!line.matches("[0-9a-f]{8} [A-Za-z0-9+/]{43}=")) {
            return Optional.empty();
        }
        byte[] key = Base64.getDecoder().decode(line.substring(2 * ID_BYTES + 1));
        Key parsed = new Key(line.substring(0, 2 * ID_BYTES), new SecretKeySpec(key, "AES"));
        Arrays.fill(key, (byte) 0);
        return Optional.of(parsed);
    }

    private static Refusal malformed(Path file) {
        return new Refusal(
                "secrets.key-malformed",
                "The key file " + file + " must hold 1 to " + KEY_COUNT_MAX
                        + " lines of a different id of 8 hexadecimal"
                        + " digits, a space and 32 bytes in base64: bring the original file back.");
    }

    private static void warnIfOpen(Path file) throws IOException {
        if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
            LOG.log(System.Logger.Level.WARNING, "secrets.key_file_readable_by_all file={0} do=chmod_600", file);
        }
    }
}
