package dev.slipway.door.phone;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.http.Answer;
import dev.slipway.base.http.NotFound;
import dev.slipway.base.http.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The two things that a phone is told when it gets no file: nothing, or when to come again. */
final class PhoneRefusals {
    private static final System.Logger LOG = System.getLogger(PhoneRefusals.class.getPackageName());

    /** Whole seconds up to an hour: few. */
    private static final Map<Duration, Answer> LATER = new ConcurrentHashMap<>();

    private PhoneRefusals() {}

    /** Come again in so many whole seconds. */
    static Answer later(Duration comeBackIn) {
        return LATER.computeIfAbsent(
                comeBackIn,
                after -> new Problem(503, "data.unavailable", "Come again later.", Optional.of(after)).content());
    }

    /** What cannot be written is an administrator's to mend: the phone keeps what it has, and is told no more. */
    static Optional<Answer> answer(Throwable thrown) {
        if (!(thrown instanceof Refusal refusal)) {
            return Optional.empty();
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "event=document-refused code={0} do=\"{1}\"",
                refusal.code(),
                refusal.sentence());
        return Optional.of(refusal.retryAfter().map(PhoneRefusals::later).orElse(NotFound.ANSWER));
    }
}
