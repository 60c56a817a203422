package dev.slipway.base.identity;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Passwords, kept as Argon2id in a PHC string (RFC 9106; parameters of the OWASP Password Storage Cheat Sheet).
 *
 * <p>A login that does not exist costs what a wrong password costs: the caller gives an empty credential and a
 * decoy is checked instead. All calls that hash block for some 30 ms of CPU, at most as many at once as {@link
 * HashQueue} lets.
 */
public final class Passwords {
    /** Shorter ones are guessed (NIST SP 800-63B, section 5.1.1.1). */
    public static final int LENGTH_MIN = 8;
    /** In UTF-8; longer ones are somebody trying what happens. */
    public static final int BYTES_MAX = 256;

    private static final int MEMORY_KIB = 19_456;
    private static final int ITERATIONS = 2;
    private static final int PARALLELISM = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    private static final Argon2Function ARGON2 =
            Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, PARALLELISM, HASH_BYTES, Argon2.ID);
    private static final String PARAMETERS =
            "$argon2id$v=19$m=%d,t=%d,p=%d$".formatted(MEMORY_KIB, ITERATIONS, PARALLELISM);
    /** Well formed and of no password: salt and hash are zeros. */
    private static final String DECOY = PARAMETERS + "A".repeat(22) + "$" + "A".repeat(43);

    private final HashQueue queue;
    private final RandomGenerator random;

    /** Salts come from {@code random}, which must be cryptographically strong. */
    public Passwords(HashQueue queue, RandomGenerator random) {
        this.queue = queue;
        this.random = random;
    }

    /**
     * How a check ended.
     *
     * @param renewed what to keep from now on, when it is right but was hashed with other parameters than today's
     */
    public record Verdict(boolean right, Optional<String> renewed) {}

    /** The PHC string to keep; refuses {@code password.too-short} and {@code password.too-long}. */
    public String hash(Secret password) {
        if (password.reveal().codePointCount(0, password.reveal().length()) < LENGTH_MIN) {
            throw new Refusal("password.too-short", "Choose a password of at least " + LENGTH_MIN + " characters.");
        }
        if (tooLong(password)) {
            throw new Refusal("password.too-long", "Choose a password of at most " + BYTES_MAX + " bytes (UTF-8).");
        }
        return hashed(bytes(password));
    }

    private String hashed(byte[] password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return queue.run(() -> ARGON2.hash(password, salt).getResult());
    }

    /** Refuses {@code logon.throttled} when too many wait already to be hashed; waits for nothing. */
    public void turnAway() {
        queue.turnAway();
    }

    /** Checks against what is kept; empty, for an unknown login or none set, is never right but costs the same. */
    public Verdict check(Secret password, Optional<String> credential) {
        boolean possible = credential.isPresent() && !tooLong(password);
        String kept = possible ? credential.get() : DECOY;
        byte[] shown = tooLong(password) ? new byte[0] : bytes(password);
        boolean equal = queue.run(
                () -> Argon2Function.getInstanceFromHash(kept).check(shown, kept.getBytes(StandardCharsets.UTF_8)));
        boolean dated = possible && equal && !kept.startsWith(PARAMETERS);
        return new Verdict(possible && equal, dated ? Optional.of(hashed(shown)) : Optional.empty());
    }

    private static boolean tooLong(Secret password) {
        return password.reveal().length() > BYTES_MAX || bytes(password).length > BYTES_MAX;
    }

    /** The same password typed on two systems may be composed differently (RFC 8265, section 4.2: NFC). */
    private static byte[] bytes(Secret password) {
        return Normalizer.normalize(password.reveal(), Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    }
}
