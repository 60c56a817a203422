package dev.slipway.door.phone;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.base.http.Answer;
import dev.slipway.base.http.Content;
import dev.slipway.base.http.NotFound;
import dev.slipway.base.http.OffLoop;
import dev.slipway.base.http.Problem;
import dev.slipway.base.http.RequestLoop;
import dev.slipway.base.http.Validated;
import dev.slipway.base.identity.Tokens;
import dev.slipway.core.enroll.Admitted;
import dev.slipway.core.enroll.Claim;
import dev.slipway.core.enroll.address.AddressAdmission;
import dev.slipway.core.enroll.address.Verdict;
import dev.slipway.core.settings.document.Document;
import dev.slipway.core.settings.document.DocumentOrder;
import dev.slipway.core.settings.document.DocumentRenderer;
import dev.slipway.core.settings.document.Documents;
import dev.slipway.door.phone.recognition.UserAgents;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * {@code GET /d/ADDRESS/FILE}: a file of the device whose address it is. Every request that gets none gets the one 404:
 * a phone that is told more could tell it to whoever holds the address.
 */
public final class Phones {
    private static final System.Logger LOG = System.getLogger(Phones.class.getPackageName());
    private static final int ETAG_LENGTH = 32;
    private static final Answer COME_LATER =
            new Problem(503, "data.unavailable", "Come again later.", Optional.of(Duration.ofSeconds(30)));

    private final Ledger ledger;
    private final AddressAdmission admission;
    private final Documents documents;
    private final PhoneClaims claims = new PhoneClaims(UserAgents.read());
    private final RequestLoop loop;

    /** Answers from what {@code ledger} holds. */
    public Phones(
            Ledger ledger, AddressAdmission admission, Documents documents, OffLoop offLoop, RandomGenerator random) {
        this.ledger = ledger;
        this.admission = admission;
        this.documents = documents;
        this.loop = new RequestLoop(offLoop, random, Phones::refused);
    }

    /** Registers the paths of this door, also behind {@code /at/ALIAS}. */
    public void register(Router router) {
        for (String prefix : List.of("", "/at/:alias")) {
            router.route(prefix + "/d/:address/:file").handler(this::take);
        }
    }

    private void take(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean reads =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        if (!reads) {
            loop.onLoop(request, () -> NotFound.ANSWER);
            return;
        }
        Claim claim = claims.of(request);
        String address = context.pathParam("address");
        String file = context.pathParam("file");
        loop.offLoop(request, () -> answer(claim, address, file));
    }

    private Answer answer(Claim claim, String address, String file) {
        return switch (admission.admit(address, claim)) {
            case Verdict.LetIn(Admitted admitted, String own) ->
                decide(admitted, own, file).orElse(NotFound.ANSWER);
            case Verdict.TurnedAway turned -> turnedAway(turned);
        };
    }

    private static Answer turnedAway(Verdict.TurnedAway turned) {
        turned.known()
                .ifPresent(known -> LOG.log(
                        System.Logger.Level.DEBUG,
                        "event=phone-turned-away device={0} why=\"{1}\"",
                        known.record().id(),
                        turned.why()));
        return NotFound.ANSWER;
    }

    private Optional<Answer> decide(Admitted admitted, String address, String file) {
        Optional<DocumentOrder> order = ledger.read(
                admitted.tenant(),
                stores -> Optional.of(documents.order(stores, admitted.device().id(), address)));
        return order.flatMap(made -> {
            remember(admitted, made);
            Optional<DocumentRenderer> renderer =
                    documents.of(made.settings().layers().type());
            return renderer.flatMap(form -> form.named(file, made).map(name -> rendered(form.render(name, made))));
        });
    }

    /** Before an account is written to a device: it must be known when it is to be taken away again. */
    private void remember(Admitted admitted, DocumentOrder order) {
        int positions = order.settings().accounts().stream()
                .mapToInt(account -> account.account().position())
                .max()
                .orElse(0);
        if (positions > order.positions()) {
            ledger.note(admitted.tenant(), stores -> {
                stores.deviceAddresses().held(admitted.device().id(), positions);
                return positions;
            });
        }
    }

    private static Answer rendered(Document document) {
        Bytes body = document.body();
        Content content = Content.of(document.mediaType(), body.toArray()).with("cache-control", "private, no-cache");
        return new Validated(content, Tokens.sha256(body.toArray()).hex().substring(0, ETAG_LENGTH));
    }

    /** What cannot be written is an administrator's to mend: the phone keeps what it has, and is told no more. */
    private static Optional<Answer> refused(Throwable thrown) {
        if (!(thrown instanceof Refusal refusal)) {
            return Optional.empty();
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "event=document-refused code={0} do=\"{1}\"",
                refusal.code(),
                refusal.sentence());
        return Optional.of(refusal.retryAfter().isPresent() ? COME_LATER : NotFound.ANSWER);
    }
}
