package dev.slipway.core.enroll.directory;

import dev.slipway.base.fleet.people.Webhook;
import dev.slipway.base.fleet.people.Webhooks;
import dev.slipway.base.fleet.people.Webhooks.Claimed;
import dev.slipway.base.fleet.people.Webhooks.Told;
import dev.slipway.base.jobs.Backoff;
import dev.slipway.base.jobs.Lookout;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Tells each webhook its calls, one after the other; one that is not taken is told again later, and those behind it
 * wait. At least once: a call that was taken while the server was killed comes again.
 */
public final class AccountNews implements AutoCloseable {
    /** Longest time of one attempt; all of a claim fit into {@link #CLAIM}. */
    public static final Duration TELL_WITHIN = Duration.ofSeconds(5);

    private static final Duration CLAIM = Duration.ofMinutes(3);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final System.Logger LOG = System.getLogger(AccountNews.class.getPackageName());

    private final Webhooks.Calls calls;
    private final Teller teller;
    private final Backoff backoff;
    private final InstantSource clock;
    private final Lookout lookout = new Lookout("webhooks");

    /** Gives a call to a webhook. */
    public interface Teller {
        /** Blocks for at most {@link #TELL_WITHIN}. */
        Answer tell(Webhook webhook, Webhook.Call call) throws InterruptedException;
    }

    /**
     * What a webhook said.
     *
     * @param taken whether the call is done
     * @param said for people: a status, or why there is none
     */
    public record Answer(boolean taken, String said) {}

    private AccountNews(Webhooks.Calls calls, Teller teller, RandomGenerator random, InstantSource clock) {
        this.calls = calls;
        this.teller = teller;
        this.backoff = new Backoff(FIRST_PAUSE, 2, LONGEST_PAUSE, random);
        this.clock = clock;
    }

    /** Begins. */
    public static AccountNews start(Webhooks.Calls calls, Teller teller, RandomGenerator random, InstantSource clock) {
        var news = new AccountNews(calls, teller, random, clock);
        news.lookout.start(news::look);
        return news;
    }

    private int look() {
        Instant now = clock.instant();
        List<Claimed> claimed = calls.claim(now, now.plus(CLAIM));
        claimed.forEach(each -> lookout.execute(() -> tell(each)));
        return claimed.size();
    }

    private void tell(Claimed claimed) {
        try {
            int taken = 0;
            var last = new Answer(true, "");
            while (taken < claimed.calls().size() && !lookout.isEnded()) {
                last = teller.tell(claimed.webhook(), claimed.calls().get(taken));
                if (!last.taken()) {
                    settleRefused(claimed, taken, last.said());
                    return;
                }
                taken++;
            }
            if (taken > 0) {
                Instant now = clock.instant();
                calls.settle(claimed, new Told(taken, 0, last.said(), now, now));
                lookout.call();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            LOG.log(
                    Level.ERROR,
                    "event=webhook-failed webhook=" + claimed.webhook().id(),
                    fault);
        }
    }

    private void settleRefused(Claimed claimed, int taken, String answer) {
        Instant now = clock.instant();
        int failures = taken > 0 ? 1 : claimed.failures() + 1;
        calls.settle(claimed, new Told(taken, failures, answer, now, now.plus(backoff.after(failures))));
        if (failures == 1) {
            LOG.log(
                    Level.WARNING,
                    "event=webhook-refused tenant={0} webhook={1} answer=\"{2}\"",
                    claimed.tenant(),
                    claimed.webhook().id(),
                    answer);
        }
    }

    /** Ends after the calls at hand; what was not settled is told again by whoever claims it next. */
    @Override
    public void close() {
        if (!lookout.end()) {
            LOG.log(Level.WARNING, "event=webhooks-left");
        }
    }
}
