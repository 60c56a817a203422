package dev.slipway.door.relay.tunnel;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a site says when it has dialled.
 *
 * @param aliases that it wants to be found by
 * @param process that dials: a random word, the same in all connections of one start
 * @param epoch when that process began, in milliseconds; of one site's connections, those of a later epoch replace the
 *     others
 * @param software its name and version, for people
 */
public record Hello(List<Wanted> aliases, String process, long epoch, String software) {
    /** Of one hello, or its verdict, in JSON. */
    public static final int BYTES_MAX = 65_536;

    /** Where it is said. */
    public static final String PATH = "/csc/hello";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public Hello {
        aliases = List.copyOf(aliases);
    }

    /**
     * One alias.
     *
     * @param code the single-use one that binds the alias to this site's key; empty when it is bound already
     */
    public record Wanted(String alias, String code) {}

    /**
     * What the center answers.
     *
     * @param taken aliases by which the site is found from now on
     * @param refused the others
     * @param notices what was changed about the aliases since the site was here last, for their owner to see
     */
    public record Verdict(List<String> taken, List<Refused> refused, List<String> notices) {
        public Verdict {
            taken = List.copyOf(taken);
            refused = List.copyOf(refused);
            notices = List.copyOf(notices);
        }
    }

    /** Why an alias is not taken; the code is stable. */
    public record Refused(String alias, String code, String sentence) {}

    /** Reads one; {@link NotUnderstood} when it is none. */
    public static Hello read(byte[] json) {
        return read(json, Hello.class);
    }

    /** Reads the answer; {@link NotUnderstood} when it is none. */
    public static Verdict verdict(byte[] json) {
        return read(json, Verdict.class);
    }

    private static <T> T read(byte[] json, Class<T> type) {
        try {
            T read = JSON.readValue(json, type);
            if (read == null) {
                throw new NotUnderstood("nothing was said", new IllegalArgumentException("null"));
            }
            return read;
        } catch (JacksonException | NullPointerException broken) {
            throw new NotUnderstood("the other end of the tunnel says what is not understood", broken);
        }
    }

    /** What goes out. */
    public byte[] json() {
        return JSON.writeValueAsBytes(this);
    }

    /** What goes out. */
    public static byte[] json(Verdict verdict) {
        return JSON.writeValueAsBytes(verdict);
    }

    /** The other end speaks another language. */
    public static final class NotUnderstood extends RuntimeException {
        private NotUnderstood(String message, Exception cause) {
            super(message, cause);
        }
    }
}
