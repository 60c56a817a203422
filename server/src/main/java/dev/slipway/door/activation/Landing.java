package dev.slipway.door.activation;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.acts.Activation.Page;
import dev.slipway.base.http.Answer;
import dev.slipway.base.http.Body;
import dev.slipway.base.http.Content;
import dev.slipway.base.http.NotFound;
import dev.slipway.base.http.OffLoop;
import dev.slipway.base.http.Problem;
import dev.slipway.base.http.RequestLoop;
import dev.slipway.base.wire.data.DataFile;
import dev.slipway.base.wire.form.FormFields;
import dev.slipway.core.enroll.activation.ActivationDesk;
import dev.slipway.core.enroll.activation.ActivationDocument;
import dev.slipway.core.enroll.activation.ActivationDocument.Written;
import dev.slipway.core.enroll.activation.ActivationLinks;
import dev.slipway.core.enroll.activation.DocumentDesk;
import dev.slipway.core.enroll.activation.Standing;
import dev.slipway.core.enroll.activation.Standing.Guest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * {@code /i/TOKEN}, {@code /a}, {@code /a/TOKEN} and {@code /a/TOKEN/TICKET/FILE} (DESIGN section 7). A page changes
 * nothing until its button is pressed; a document redeems. What leads nowhere gets the one 404, malformed or unknown.
 */
public final class Landing {
    private static final Body FORM = new Body(4 << 10, Duration.ofSeconds(10));
    private static final int SEE_OTHER = 303;
    private static final int UNPROCESSABLE = 422;
    private static final Content STYLE = Content.text("text/css", DataFile.text(Landing.class, "style.css"))
            .with("cache-control", "public, max-age=86400");

    private static final Content LIVE = Content.text("text/javascript", DataFile.text(Landing.class, "live.js"))
            .with("cache-control", "public, max-age=86400");

    private final ActivationDesk desk;
    private final DocumentDesk documents;
    private final RequestLoop loop;
    private final GuestPages pages;

    /** What it works with. */
    public record Rooms(ActivationDesk desk, DocumentDesk documents, ActivationLinks links) {}

    /**
     * What the links of activations lead to.
     *
     * @param fingerprint of the root key, which the Bootloader's document names
     * @param seal signs a document (CMS) where a program shows who signed it
     */
    public static List<ActivationDocument> documents(Supplier<String> fingerprint, UnaryOperator<byte[]> seal) {
        return ActivationDocuments.all(fingerprint, seal);
    }

    /** Answers what these rooms say. */
    public Landing(Rooms rooms, OffLoop offLoop, RandomGenerator random) {
        this.desk = rooms.desk();
        this.documents = rooms.documents();
        this.pages = new GuestPages(rooms);
        this.loop = new RequestLoop(offLoop, random, Landing::refused);
    }

    /** Registers the paths of this door, also behind {@code /at/ALIAS}. */
    public void register(Router router) {
        for (String prefix : List.of("", "/at/:alias")) {
            router.route(prefix + "/a/style.css").handler(context -> get(context, asking -> STYLE));
            router.route(prefix + "/a/live.js").handler(context -> get(context, asking -> LIVE));
            router.route(prefix + "/i/:token").handler(context -> get(context, this::installation));
            router.route(prefix + "/a").handler(context -> getOrPost(context, this::codePage, this::typed));
            router.route(prefix + "/a/:token").handler(context -> getOrPost(context, this::activation, this::clicked));
            router.route(prefix + "/a/:token/state").handler(context -> get(context, this::state));
            router.route(prefix + "/a/:token/:ticket/:file").handler(context -> get(context, this::document));
        }
    }

    /** A request to one of these paths. */
    private record Asking(Visit visit, Map<String, String> path, FormFields form) {
        String token() {
            return path.getOrDefault("token", "");
        }
    }

    private void get(RoutingContext context, Function<Asking, Answer> answer) {
        HttpServerRequest request = context.request();
        HttpMethod method = request.method();
        if (request.path().endsWith("/") || !(method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))) {
            loop.onLoop(request, () -> NotFound.ANSWER);
        } else {
            var asking = new Asking(Visit.of(context), Map.copyOf(context.pathParams()), FormFields.NONE);
            loop.offLoop(request, () -> answer.apply(asking));
        }
    }

    private void getOrPost(RoutingContext context, Function<Asking, Answer> get, Function<Asking, Answer> post) {
        HttpServerRequest request = context.request();
        if (request.method().equals(HttpMethod.POST) && !request.path().endsWith("/")) {
            Visit visit = Visit.of(context);
            Map<String, String> path = Map.copyOf(context.pathParams());
            loop.withBody(request, FORM, body -> post.apply(new Asking(visit, path, FormFields.read(body.getBytes()))));
        } else {
            get(context, get);
        }
    }

    private Answer installation(Asking asking) {
        Standing standing = desk.look(asking.token(), Page.INSTALLATION);
        if (!(standing instanceof Standing.Open(Guest guest))) {
            return pages.ended(standing, asking.visit());
        }
        if (!asking.visit().isLook()) {
            desk.opened(guest, Page.INSTALLATION);
        }
        return pages.installation(guest, asking.visit());
    }

    private Answer activation(Asking asking) {
        Standing standing = desk.look(asking.token(), Page.ACTIVATION);
        if (isDirect(standing) && !asking.visit().isLook()) {
            return documents
                    .direct(asking.token(), asking.visit().source())
                    .map(Landing::written)
                    .orElse(NotFound.ANSWER);
        }
        if (!(standing instanceof Standing.Open(Guest guest))) {
            return pages.ended(standing, asking.visit());
        }
        if (!asking.visit().isLook()) {
            desk.opened(guest, Page.ACTIVATION);
        }
        return pages.activation(guest, asking.visit(), Optional.empty());
    }

    /** Whether the clients of its one type open no page; a PIN needs one. */
    private static boolean isDirect(Standing standing) {
        return switch (standing) {
            case Standing.Open(Guest guest) -> isDirect(guest);
            case Standing.Ended(Guest guest, Standing.Used used) -> isDirect(guest);
            case Standing.Ended ended -> false;
            case Standing.Unknown unknown -> false;
        };
    }

    private static boolean isDirect(Guest guest) {
        return guest.activation().aim().type().isPresent()
                && !guest.activation().links().withPin()
                && guest.types().stream().allMatch(type -> type.family().direct());
    }

    /** The button: a ticket, and the address of the document behind it. */
    private Answer clicked(Asking asking) {
        Standing standing = desk.look(asking.token(), Page.ACTIVATION);
        if (!(standing instanceof Standing.Open(Guest guest))) {
            return pages.ended(standing, asking.visit());
        }
        String wanted = asking.form().get("document");
        return documents.offered(guest).stream()
                .filter(document -> wanted.isEmpty() || document.name().equals(wanted))
                .findFirst()
                .<Answer>map(document -> clicked(guest, asking, document))
                .orElse(NotFound.ANSWER);
    }

    private Answer clicked(Guest guest, Asking asking, ActivationDocument document) {
        try {
            Secret ticket = desk.click(guest, asking.form().get("pin"));
            return pages.handover(guest, asking.visit(), ticket, document);
        } catch (Refusal refusal) {
            return switch (refusal.code()) {
                case "activation.pin" -> pages.activation(guest, asking.visit(), Optional.of("pin.wrong"));
                case "activation.too-many-tries" -> pages.activation(guest, asking.visit(), Optional.of("pin.many"));
                default -> pages.ended(desk.look(asking.token(), Page.ACTIVATION), asking.visit());
            };
        }
    }

    private Answer codePage(Asking asking) {
        return pages.code(asking.visit(), Optional.empty());
    }

    private Answer typed(Asking asking) {
        var typed =
                new ActivationDesk.Typed(asking.form().get("who"), asking.form().get("code"));
        try {
            String link = desk.typed(asking.visit().alias(), asking.visit().source(), typed);
            Standing standing = desk.look(link, Page.ACTIVATION);
            return standing instanceof Standing.Open(Guest guest)
                    ? new Content(SEE_OTHER, Map.of("cache-control", "no-store"), Buffer.buffer())
                            .with(
                                    "location",
                                    pages.address(guest, Page.ACTIVATION).toString())
                    : pages.ended(standing, asking.visit());
        } catch (Refusal refusal) {
            return pages.code(asking.visit(), Optional.of(refusal));
        }
    }

    /** For whoever waits: how the activation stands. */
    private Answer state(Asking asking) {
        Optional<String> state =
                switch (desk.look(asking.token(), Page.ACTIVATION)) {
                    case Standing.Open open -> Optional.of("open");
                    case Standing.Ended(Guest guest, Standing.Used used) -> Optional.of("redeemed");
                    case Standing.Ended ended -> Optional.of("over");
                    case Standing.Unknown unknown -> Optional.empty();
                };
        return state.<Answer>map(word -> Content.text(
                                "application/json",
                                new JsonObject().put("state", word).encode())
                        .with("cache-control", "no-store"))
                .orElse(NotFound.ANSWER);
    }

    /** Who only looks is told that there is something, and redeems nothing. */
    private Answer document(Asking asking) {
        if (asking.visit().isLook()) {
            return desk.look(asking.token(), Page.ACTIVATION) instanceof Standing.Unknown
                    ? NotFound.ANSWER
                    : new Content(200, Map.of("cache-control", "no-store"), Buffer.buffer());
        }
        return documents
                .fetch(
                        asking.token(),
                        new Secret(asking.path().getOrDefault("ticket", "")),
                        asking.path().getOrDefault("file", ""),
                        asking.visit().source())
                .map(Landing::written)
                .orElse(NotFound.ANSWER);
    }

    private static Answer written(Written document) {
        return Content.of(document.mediaType(), document.body().toArray())
                .with("cache-control", "no-store")
                .with("referrer-policy", "no-referrer");
    }

    /** Settings that cannot be written are an administrator's to mend; the ticket is still good. */
    private static Optional<Answer> refused(Throwable thrown) {
        return thrown instanceof Refusal refusal
                ? Optional.of(new Problem(
                        refusal.retryAfter().isPresent() ? 503 : UNPROCESSABLE,
                        refusal.code(),
                        refusal.sentence(),
                        refusal.retryAfter()))
                : Optional.empty();
    }
}
