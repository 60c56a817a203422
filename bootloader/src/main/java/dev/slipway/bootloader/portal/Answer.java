package dev.slipway.bootloader.portal;

import dev.slipway.bootloader.outcome.Exit;
import dev.slipway.bootloader.outcome.Refusal;
import dev.slipway.bootloader.protocol.Problem;
import dev.slipway.bootloader.protocol.json.JsonReader;
import dev.slipway.bootloader.protocol.json.Malformed;
import java.time.Duration;
import java.util.Optional;

/** One answer, wholly read. */
public final class Answer {
    private static final System.Logger LOG = System.getLogger("dev.slipway.bootloader.portal");
    private static final int TOO_MANY = 429;
    private static final int FAULT = 500;

    private final int status;
    private final byte[] body;
    private final Optional<Duration> retryAfter;

    Answer(int status, byte[] body, Optional<Duration> retryAfter) {
        this.status = status;
        this.body = body.clone();
        this.retryAfter = retryAfter;
    }

    /** The status (RFC 9110 section 15). */
    public int status() {
        return status;
    }

    /** The body, at most as long as any document of the protocol. */
    public byte[] body() {
        return body.clone();
    }

    /** Whether the server wants to be asked later, or failed. */
    public boolean isLater() {
        return status == TOO_MANY || status >= FAULT;
    }

    /** This answer as a refusal: the code of its problem details, else one made of the status. */
    public Refusal refusal(String what) {
        Optional<Problem> problem = problem();
        String code = problem.map(Problem::code).orElse(isLater() ? "server.busy" : "server.refused");
        String sentence = problem.map(Problem::detail)
                .filter(detail -> !detail.isBlank())
                .orElse("The server answered " + status + " to " + what + "; try later or ask the administrator.");
        var refusal = new Refusal(code, sentence, exit());
        return retryAfter.map(refusal::retryAfter).orElse(refusal);
    }

    private Optional<Problem> problem() {
        try {
            return Optional.of(Problem.from(JsonReader.document(body)));
        } catch (Malformed e) {
            LOG.log(System.Logger.Level.DEBUG, () -> "answer.no-problem status=" + status + " cause=" + e.getMessage());
            return Optional.empty();
        }
    }

    private Exit exit() {
        if (isLater()) {
            return Exit.UNREACHABLE;
        }
        return switch (status) {
            case 401, 403 -> Exit.NOT_ALLOWED;
            case 404, 410 -> Exit.NOT_FOUND;
            case 409 -> Exit.CONFLICT;
            default -> Exit.CHECK_FAILED;
        };
    }
}
