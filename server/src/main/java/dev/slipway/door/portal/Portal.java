package dev.slipway.door.portal;

import dev.slipway.base.http.Answer;
import dev.slipway.base.http.Body;
import dev.slipway.base.http.NotFound;
import dev.slipway.base.http.OffLoop;
import dev.slipway.base.http.RequestLoop;
import dev.slipway.base.http.clients.Remote;
import dev.slipway.core.enroll.Admission;
import dev.slipway.core.enroll.KnownTenants;
import dev.slipway.core.enroll.Unenroll;
import dev.slipway.core.polling.WorkLine;
import dev.slipway.door.portal.site.DownloadSite;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Every path of this door (DESIGN section 7), each also behind {@code /at/ALIAS}; HEAD wherever GET; whatever else is
 * asked, the one 404.
 */
public final class Portal {
    /** A claim with all identifiers it may have is below 600 KiB only on paper; a real one is a few hundred bytes. */
    private static final Body LOGON = new Body(64 << 10, Duration.ofSeconds(10));

    /** 200 events with the longest details (UTF-8, escaped) and 1,000 applications. */
    private static final Body REPORT = new Body(2 << 20, Duration.ofSeconds(30));

    private final KnownTenants tenants;
    private final ServerFace face;
    private final RequestLoop loop;
    private final WorkLine line;
    private final PortalRefusals refusals = new PortalRefusals();
    private final HotAnswers hot;
    private final BootServer server;
    private final BootLogon logon;
    private final BootBundle bundle;
    private final BootReport report;
    private final ArtifactFiles artifacts;
    private final Optional<DownloadSite> site;

    /** Answers from memory where it can. */
    public Portal(PortalRooms rooms, ServerFace face, Known known, Work work, Optional<DownloadSite> site) {
        Admission admission = known.admission();
        this.tenants = known.tenants();
        this.face = face;
        this.loop = new RequestLoop(work.offLoop(), work.random(), refusals::answer);
        this.line = work.line();
        this.hot = known.hot();
        this.server = new BootServer(tenants, face, work.clock());
        this.logon = new BootLogon(rooms.logOn());
        this.bundle = new BootBundle(admission, rooms.bundles(), known.hot());
        this.report = new BootReport(admission, rooms.reports(), new Unenroll(rooms.ledger()));
        this.artifacts = new ArtifactFiles(known, rooms);
        this.site = site;
    }

    /** Who is let in, and what memory knows of them and of the tenants. */
    public record Known(Admission admission, HotAnswers hot, KnownTenants tenants) {}

    /** How work is done: where, after which line, by which clock and with which chance. */
    public record Work(OffLoop offLoop, WorkLine line, RandomGenerator random, InstantSource clock) {}

    /**
     * The handler of the portal's listeners: polls and artifacts known from memory are answered at once and log-ons are
     * read, since most of a flood of them is turned away; everything else goes to {@code next}, the router that all
     * doors share.
     */
    public Handler<HttpServerRequest> before(Handler<HttpServerRequest> next) {
        return request -> {
            if (!Remote.isPrivate(request)) {
                next.handle(request);
            } else if (BootLogon.PATH.equals(request.uri()) && request.method().equals(HttpMethod.POST)) {
                loop.withJson(request, LOGON, body -> logon.take(Asked.of(request, ""), body.getBytes()));
            } else {
                fromMemory(request)
                        .ifPresentOrElse(answer -> loop.onLoop(request, () -> answer), () -> next.handle(request));
            }
        };
    }

    private Optional<Answer> fromMemory(HttpServerRequest request) {
        if (!reads(request.method())) {
            return Optional.empty();
        }
        if (BootBundle.PATH.equals(request.uri())) {
            return bundle.fromMemory(request).or(this::later);
        }
        return request.uri().startsWith(ArtifactFiles.PREFIX) ? artifacts.fromMemory(request) : Optional.empty();
    }

    /** When more ask for what must be made than can be: who comes now is told when its turn is. */
    private Optional<Answer> later() {
        Optional<Duration> later = line.turnedAway();
        later.ifPresent(after -> hot.late());
        return later.map(refusals::later);
    }

    private static boolean reads(HttpMethod method) {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    /** Registers the paths of this door. */
    public void register(Router router) {
        var routes = new Routes(router, loop);
        routes.get("/boot/v1/server", (asked, context) -> () -> server.answer(asked));
        routes.get(BootBundle.PATH, (asked, context) -> () -> line.work(() -> bundle.answer(Routes.shielded(asked))));
        routes.post(BootLogon.PATH, LOGON, logon::take);
        routes.post("/boot/v1/report", REPORT, (asked, body) -> () -> report.answer(asked, body));
        routes.get(ArtifactFiles.PREFIX + ":sha256", (asked, context) -> {
            String sha256 = context.pathParam("sha256");
            return () -> artifacts.answer(asked, sha256);
        });
        site.ifPresent(pages -> new SitePages(tenants, face, pages).register(routes));
    }

    /** Gives every other path the one 404; call it when all doors have registered theirs. */
    public void registerEnd(Router router) {
        router.route()
                .handler(context -> loop.onLoop(
                        context.request(), () -> end(context.request().path())));
        for (int status : List.of(400, 404, 405)) {
            router.errorHandler(status, context -> loop.onLoop(context.request(), () -> NotFound.ANSWER));
        }
    }

    /** A request of another lane tells the relay that led it here (RFC 9110, section 15.5.20). */
    private static Answer end(@Nullable String path) {
        String lower = path == null ? "" : path.toLowerCase(Locale.ROOT);
        return lower.startsWith("/microsoft-server-activesync") || lower.startsWith("/autodiscover/")
                ? PortalRefusals.MISDIRECTED.content()
                : NotFound.ANSWER;
    }
}
