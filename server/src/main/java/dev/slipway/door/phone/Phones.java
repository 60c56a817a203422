package dev.slipway.door.phone;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.base.fleet.ledger.DeviceView.Identity;
import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.base.http.Answer;
import dev.slipway.base.http.Content;
import dev.slipway.base.http.NotFound;
import dev.slipway.base.http.OffLoop;
import dev.slipway.base.http.Problem;
import dev.slipway.base.http.RequestLoop;
import dev.slipway.base.http.Validated;
import dev.slipway.base.identity.Tokens;
import dev.slipway.core.enroll.Claim;
import dev.slipway.core.enroll.address.AddressAdmission;
import dev.slipway.core.enroll.address.Verdict;
import dev.slipway.core.enroll.requests.Decision.Steps;
import dev.slipway.core.enroll.requests.RequestLog;
import dev.slipway.core.enroll.requests.Strangeness;
import dev.slipway.core.settings.document.Contacts;
import dev.slipway.core.settings.document.Document;
import dev.slipway.core.settings.document.DocumentOrder;
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
    private static final String LET_IN = "let in by its address";
    private static final Answer COME_LATER =
            new Problem(503, "data.unavailable", "Come again later.", Optional.of(Duration.ofSeconds(30)));

    private final Ledger ledger;
    private final AddressAdmission admission;
    private final Documents documents;
    private final RequestLog requests;
    private final Strangeness strangeness;
    private final PhoneClaims claims = new PhoneClaims(UserAgents.read());
    private final RequestLoop loop;

    /** Answers from what these rooms hold. */
    public Phones(PhoneRooms rooms, OffLoop offLoop, RandomGenerator random) {
        this.ledger = rooms.ledger();
        this.admission = rooms.admission();
        this.documents = rooms.documents();
        this.requests = rooms.requests();
        this.strangeness = rooms.strangeness();
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
            case Verdict.LetIn(DeviceView view, String own) -> letIn(new Asking(claim, own, file), view);
            case Verdict.TurnedAway turned -> turnedAway(claim, address, turned);
        };
    }

    /** What is asked for, and by whom as it says. */
    private record Asking(Claim claim, String address, String file) {}

    private Answer turnedAway(Claim claim, String address, Verdict.TurnedAway turned) {
        var steps = new Steps(Said.of(claim), turned.why(), "", "404");
        turned.known().ifPresentOrElse(known -> requests.note(known.id(), steps), () -> {
            requests.noteUnknown(steps);
            strangeness.note(claim.source().network(), address);
        });
        return NotFound.ANSWER;
    }

    private Answer letIn(Asking asking, DeviceView view) {
        String identify = Said.of(asking.claim);
        Id<Device> device = view.identity().device().id();
        try {
            Optional<Answer> answer = decide(asking, view);
            String sent = answer.isPresent() ? "the file as it is now" : "404: no file of this name";
            requests.note(device, new Steps(identify, LET_IN, asking.file, sent));
            return answer.orElse(NotFound.ANSWER);
        } catch (Refusal refusal) {
            String why = refusal.code() + ": " + refusal.sentence();
            requests.note(device, new Steps(identify, LET_IN, asking.file, why));
            throw refusal;
        }
    }

    private Optional<Answer> decide(Asking asking, DeviceView view) {
        DocumentOrder order = documents.order(view, asking.address);
        remember(view.identity(), order);
        return documents.of(view.identity().type()).flatMap(form -> form.named(asking.file, order)
                .map(name -> rendered(documents.render(form, name, order, Contacts.of(view, ledger)))));
    }

    /** Before an account is written to a device: it must be known when it is to be taken away again. */
    private void remember(Identity identity, DocumentOrder order) {
        int positions = order.settings().accounts().stream()
                .mapToInt(account -> account.account().position())
                .max()
                .orElse(0);
        if (positions > order.positions()) {
            ledger.note(identity.tenant(), stores -> {
                stores.deviceAddresses().held(identity.device().id(), positions);
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
