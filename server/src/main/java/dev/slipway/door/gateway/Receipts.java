package dev.slipway.door.gateway;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.base.fleet.ledger.Lookups.Owned;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Receipt;
import dev.slipway.base.http.Answer;
import dev.slipway.base.http.Body;
import dev.slipway.base.http.Content;
import dev.slipway.base.http.NotFound;
import dev.slipway.base.http.OffLoop;
import dev.slipway.base.http.Problem;
import dev.slipway.base.http.RequestLoop;
import dev.slipway.core.message.ReceiptAddress;
import dev.slipway.core.message.Suppliers;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * {@code /receipt/GATEWAY/SECRET}: what a supplier says about a message it was given, by GET or POST.
 *
 * <p>Identify: the address and what is said. Admit: the secret, before anything is looked up. Decide: a message
 * that this gateway was given. Answer: 200, also for what was said before. Whatever is not understood or not ours
 * gets the one 404; suppliers then come again, which also helps when a receipt overtakes the answer it belongs to.
 */
public final class Receipts {
    /** A receipt has some hundred bytes. */
    private static final Body BODY = new Body(64 << 10, Duration.ofSeconds(10));

    private static final Answer THANKS = Content.text("text/plain", "OK");
    private static final Answer COME_LATER =
            new Problem(503, "data.unavailable", "Come again later.", Optional.of(Duration.ofSeconds(30)));

    private final Ledger ledger;
    private final Suppliers suppliers;
    private final ReceiptAddress addresses;
    private final InstantSource clock;
    private final RequestLoop loop;

    /** What it works with. */
    public record Rooms(Ledger ledger, Suppliers suppliers, ReceiptAddress addresses, InstantSource clock) {}

    /** Notes receipts in what these rooms hold. */
    public Receipts(Rooms rooms, OffLoop offLoop, RandomGenerator random) {
        this.ledger = rooms.ledger();
        this.suppliers = rooms.suppliers();
        this.addresses = rooms.addresses();
        this.clock = rooms.clock();
        this.loop = new RequestLoop(offLoop, random, Receipts::refused);
    }

    /** Registers the path of this door, also behind {@code /at/ALIAS}. */
    public void register(Router router) {
        for (String prefix : List.of("", "/at/:alias")) {
            router.route(prefix + ReceiptAddress.PATH + ":gateway/:secret").handler(this::take);
        }
    }

    private void take(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<Id<GatewaySetup>> gateway = Id.parse(context.pathParam("gateway"));
        boolean admitted = gateway.filter(id -> addresses.isOf(context.pathParam("secret"), id))
                .isPresent();
        boolean get = request.method().equals(HttpMethod.GET);
        if (!admitted || !(get || request.method().equals(HttpMethod.POST))) {
            loop.onLoop(request, () -> NotFound.ANSWER);
            return;
        }
        loop.withBody(request, BODY, body -> answer(gateway.orElseThrow(), said(request, body)));
    }

    private static Map<String, String> said(HttpServerRequest request, Buffer body) {
        return Said.of(
                Optional.ofNullable(request.query()).orElse(""),
                Optional.ofNullable(request.getHeader("content-type")).orElse(""),
                body.getBytes());
    }

    private Answer answer(Id<GatewaySetup> gateway, Map<String, String> said) {
        return ledger.lookups()
                .gateway(gateway)
                .filter(owned -> note(owned, said))
                .map(owned -> THANKS)
                .orElse(NotFound.ANSWER);
    }

    private boolean note(Owned<GatewaySetup> owned, Map<String, String> said) {
        GatewaySetup setup = owned.record();
        Optional<Receipt> receipt = suppliers.named(setup.supplier()).receipt(setup, said, clock.instant());
        return receipt.isPresent()
                && ledger.note(owned.tenant(), stores -> stores.messages().note(setup.id(), receipt.get()));
    }

    private static Optional<Answer> refused(Throwable thrown) {
        return thrown instanceof Refusal refusal
                ? Optional.of(refusal.retryAfter().isPresent() ? COME_LATER : NotFound.ANSWER)
                : Optional.empty();
    }
}
