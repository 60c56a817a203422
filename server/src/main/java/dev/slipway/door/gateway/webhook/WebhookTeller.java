package dev.slipway.door.gateway.webhook;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.people.Webhook;
import dev.slipway.core.enroll.directory.AccountNews;
import dev.slipway.core.enroll.directory.AccountNews.Answer;
import dev.slipway.door.gateway.http.OutboundHosts;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;

/** A call is one POST; any answer from 200 to 299 takes it. Redirects are not followed. */
public final class WebhookTeller implements AccountNews.Teller, AutoCloseable {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
    private static final int GOOD = 200;
    private static final int GOOD_END = 300;

    private final OutboundHosts hosts;
    private final InstantSource clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_WITHIN)
            .build();

    /** Calls only {@code hosts}. */
    public WebhookTeller(OutboundHosts hosts, InstantSource clock) {
        this.hosts = hosts;
        this.clock = clock;
    }

    @Override
    public Answer tell(Webhook webhook, Webhook.Call call) throws InterruptedException {
        try {
            hosts.checkPlace(webhook.address().getHost());
            HttpResponse<InputStream> answer =
                    client.send(request(webhook, call), HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            int status = answer.statusCode();
            return new Answer(status >= GOOD && status < GOOD_END, Integer.toString(status));
        } catch (Refusal refused) {
            return new Answer(false, refused.code());
        } catch (UnknownHostException unknown) {
            return new Answer(false, "no such host");
        } catch (IOException none) {
            return new Answer(false, "no answer: " + none.getClass().getSimpleName());
        }
    }

    private HttpRequest request(Webhook webhook, Webhook.Call call) {
        SignedCall signed = SignedCall.of(webhook, call, clock.instant());
        return HttpRequest.newBuilder(webhook.address())
                .timeout(AccountNews.TELL_WITHIN)
                .header("content-type", "application/json")
                .header("webhook-id", signed.id())
                .header("webhook-timestamp", Long.toString(signed.timestamp()))
                .header("webhook-signature", signed.signature())
                .POST(HttpRequest.BodyPublishers.ofString(signed.body()))
                .build();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
