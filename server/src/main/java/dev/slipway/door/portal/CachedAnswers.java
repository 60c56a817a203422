package dev.slipway.door.portal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.http.Answer;
import dev.slipway.core.enroll.Admitted;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The last answer of each recently polling device, forgotten as soon as anything that could change it does.
 *
 * <p>A change of one device forgets that device; any other change forgets its whole tenant, which is always right and
 * costs one rendering per device. An answer made while a change came in is not kept.
 */
public final class CachedAnswers implements HotAnswers, Consumer<Change> {
    /** A bundle is renewed when a third of 30 days is left, so a day late is early enough; this is far less. */
    private static final Duration KEPT_AT_MOST = Duration.ofMinutes(10);

    private final Cache<Bytes, Kept> answers;
    private final AtomicLong changes = new AtomicLong();

    /** At most {@code countMax} answers, each for ten minutes by {@code ticker} (nanoseconds). */
    public CachedAnswers(int countMax, Ticker ticker) {
        this.answers = Caffeine.newBuilder()
                .maximumSize(countMax)
                .expireAfterWrite(KEPT_AT_MOST)
                .ticker(ticker)
                .build();
    }

    private record Kept(Admitted device, Answer answer) {}

    @Override
    public Optional<Answer> bundle(Bytes tokenSha256, String ifNoneMatch) {
        return Optional.ofNullable(answers.getIfPresent(tokenSha256)).map(Kept::answer);
    }

    @Override
    public Making making() {
        long before = changes.get();
        return (token, device, answer) -> {
            if (changes.get() == before) {
                answers.put(token, new Kept(device, answer));
                if (changes.get() != before) {
                    answers.invalidate(token);
                }
            }
        };
    }

    /** Something changed: call it when the change is committed, before its writer is told so. */
    @Override
    public void accept(Change change) {
        changes.incrementAndGet();
        answers.asMap().values().removeIf(kept -> concerns(change, kept.device()));
    }

    private static boolean concerns(Change change, Admitted device) {
        return device.tenant().value() == change.tenant()
                && (change.kind() != Change.Kind.DEVICE || device.device().id().value() == change.subject());
    }
}
