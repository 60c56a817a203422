package dev.slipway.door.gateway.webhook;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.people.Webhook;
import dev.slipway.base.fleet.people.Webhooks;
import dev.slipway.base.fleet.people.Webhooks.Claimed;
import dev.slipway.base.fleet.people.Webhooks.Told;
import dev.slipway.base.jobs.Lookout;
import dev.slipway.door.gateway.http.OutboundHosts;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Tells each webhook its calls, one after the other; one that is not answered with 2xx is told again later, and those
 * behind it wait. At least once: a call that was taken while the server was killed comes again, with the same id.
 */
public final class WebhookCaller implements AutoCloseable {
    /** From the first byte of a request to the head of its answer. */
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);

    /** Longer than all attempts of a claim. */
    private static final Duration CLAIM = Duration.ofMinutes(3);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int DOUBLED_MAX = 7;
    private static final double SPREAD = 0.2;
    private static final Pattern GOOD = Pattern.compile("2[0-9][0-9]");
    private static final System.Logger LOG = System.getLogger(WebhookCaller.class.getPackageName());

    private final Webhooks.Calls calls;
    private final OutboundHosts hosts;
    private final RandomGenerator random;
    private final InstantSource clock;
    private final Lookout lookout = new Lookout("webhooks");
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_WITHIN)
            .build();

    private WebhookCaller(Webhooks.Calls calls, OutboundHosts hosts, RandomGenerator random, InstantSource clock) {
        this.calls = calls;
        this.hosts = hosts;
        this.random = random;
        this.clock = clock;
    }

    /** Begins; calls only {@code hosts}. */
    public static WebhookCaller start(
            Webhooks.Calls calls, OutboundHosts hosts, RandomGenerator random, InstantSource clock) {
        var caller = new WebhookCaller(calls, hosts, random, clock);
        caller.lookout.start(caller::look);
        return caller;
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
            String answer = "";
            while (taken < claimed.calls().size() && !lookout.isEnded()) {
                answer = tell(claimed.webhook(), claimed.calls().get(taken));
                if (!isGood(answer)) {
                    settleRefused(claimed, taken, answer);
                    return;
                }
                taken++;
            }
            if (taken > 0) {
                Instant now = clock.instant();
                calls.settle(claimed, new Told(taken, 0, answer, now, now));
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
        calls.settle(claimed, new Told(taken, failures, answer, now, now.plus(pause(failures))));
        note(claimed, failures, answer);
    }

    private static void note(Claimed claimed, int failures, String answer) {
        if (failures == 1) {
            LOG.log(
                    Level.WARNING,
                    "event=webhook-refused tenant={0} webhook={1} answer=\"{2}\"",
                    claimed.tenant(),
                    claimed.webhook().id(),
                    answer);
        }
    }

    /** The status, or why there is none. */
    private String tell(Webhook webhook, Webhook.Call call) throws InterruptedException {
        SignedCall signed = SignedCall.of(webhook, call, clock.instant());
        HttpRequest request = HttpRequest.newBuilder(webhook.address())
                .timeout(ANSWER_WITHIN)
                .header("content-type", "application/json")
                .header("webhook-id", signed.id())
                .header("webhook-timestamp", Long.toString(signed.timestamp()))
                .header("webhook-signature", signed.signature())
                .POST(HttpRequest.BodyPublishers.ofString(signed.body()))
                .build();
        try {
            hosts.checkPlace(webhook.address().getHost());
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            return Integer.toString(answer.statusCode());
        } catch (Refusal refused) {
            return refused.code();
        } catch (UnknownHostException unknown) {
            return "no such host";
        } catch (IOException none) {
            return "no answer: " + none.getClass().getSimpleName();
        }
    }

    private static boolean isGood(String answer) {
        return GOOD.matcher(answer).matches();
    }

    /** 5 s, then twice as long each, at most 11 minutes, a fifth more or less. */
    private Duration pause(int failures) {
        double spread = 1 + SPREAD * (2 * random.nextDouble() - 1);
        long millis = FIRST_PAUSE.toMillis() << Math.min(failures - 1, DOUBLED_MAX);
        return Duration.ofMillis((long) (millis * spread));
    }

    /** Ends after the call at hand; what was not settled is told again by whoever claims it next. */
    @Override
    public void close() {
        var _ = lookout.end();
        client.shutdownNow();
    }
}
