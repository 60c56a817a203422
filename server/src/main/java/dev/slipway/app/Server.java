package dev.slipway.app;

import dev.slipway.admin.act.Acts;
import dev.slipway.admin.act.Means;
import dev.slipway.admin.api.AdminApi;
import dev.slipway.admin.api.Parts;
import dev.slipway.app.Foundation.Chance;
import dev.slipway.app.Listeners.At;
import dev.slipway.app.config.Config;
import dev.slipway.app.config.RelayConfig;
import dev.slipway.app.story.Opened;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.http.Limits;
import dev.slipway.base.http.Listener;
import dev.slipway.base.http.Listening;
import dev.slipway.base.http.Management;
import dev.slipway.base.http.OffLoop;
import dev.slipway.base.http.RequestLoop;
import dev.slipway.base.http.probe.Probe;
import dev.slipway.base.identity.Ed25519;
import dev.slipway.base.identity.Tokens;
import dev.slipway.base.store.OwnerOnly;
import dev.slipway.core.bundle.PublicArtifacts;
import dev.slipway.core.enroll.Admission;
import dev.slipway.core.enroll.LastSeen;
import dev.slipway.core.enroll.LogOn;
import dev.slipway.core.enroll.Reports;
import dev.slipway.core.enroll.Strangers;
import dev.slipway.core.enroll.activation.ActivationDesk;
import dev.slipway.core.enroll.activation.ActivationLinks;
import dev.slipway.core.enroll.activation.DocumentDesk;
import dev.slipway.core.enroll.address.AddressAdmission;
import dev.slipway.core.enroll.address.AddressKey;
import dev.slipway.core.enroll.address.Bootstraps;
import dev.slipway.core.enroll.address.KnownAddresses;
import dev.slipway.core.enroll.directory.AccountNews;
import dev.slipway.core.enroll.directory.SipDirectory;
import dev.slipway.core.enroll.requests.RequestHistory;
import dev.slipway.core.enroll.requests.RequestLog;
import dev.slipway.core.enroll.requests.Strangeness;
import dev.slipway.core.enroll.roster.Roster;
import dev.slipway.core.message.MessageCounts;
import dev.slipway.core.message.ReceiptAddress;
import dev.slipway.core.message.Sender;
import dev.slipway.core.message.Suppliers;
import dev.slipway.core.polling.WorkLine;
import dev.slipway.core.settings.document.KeptEditions;
import dev.slipway.door.activation.Landing;
import dev.slipway.door.directory.FreeSwitch;
import dev.slipway.door.gateway.GatewaySuppliers;
import dev.slipway.door.gateway.Receipts;
import dev.slipway.door.gateway.http.OutboundHosts;
import dev.slipway.door.gateway.webhook.WebhookTeller;
import dev.slipway.door.phone.Makers;
import dev.slipway.door.phone.PhoneCounts;
import dev.slipway.door.phone.PhoneRooms;
import dev.slipway.door.phone.Phones;
import dev.slipway.door.phone.Remembering;
import dev.slipway.door.phone.pnp.CheckSync;
import dev.slipway.door.phone.pnp.PnpAnswers;
import dev.slipway.door.phone.pnp.PnpCounts;
import dev.slipway.door.phone.pnp.PnpResponder;
import dev.slipway.door.phone.pnp.SipTimers;
import dev.slipway.door.portal.PollCounts;
import dev.slipway.door.portal.PollRooms;
import dev.slipway.door.portal.Portal;
import dev.slipway.door.portal.PortalRooms;
import dev.slipway.door.portal.RosterAnswers;
import dev.slipway.door.portal.site.BootloaderPackages;
import dev.slipway.door.portal.site.DownloadSite;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * The server at work. Everything is made here, in the order in which it starts: foundation, core, doors, ports; it
 * ends in reverse. The event loops and the tables for signatures, which need nothing of it, are made while PostgreSQL
 * starts.
 */
final class Server implements Opened.Running {
    private static final int WORKS_MAX = 2_000;
    private static final long BODY_BYTES_MAX = 128L << 20;
    private static final System.Logger LOG = System.getLogger(Server.class.getName());

    private final Started started;
    private final CompletableFuture<Vertx> loops;
    private final Config config;
    private final Optional<RelayConfig.Center> center;
    private final Foundation base;
    private final Core core;
    private final Chance chance;
    private final LastSeen seen;
    private final KeptEditions files;
    private final PollCounts polls = new PollCounts();
    private final PhoneCounts fetches = new PhoneCounts();
    private final PnpCounts pnp = new PnpCounts();
    private final MessageCounts messages = new MessageCounts();
    private final OffLoop offLoop;
    private final AddressKey addressKey;
    private final ActivationLinks links;
    private final AddressAdmission addresses;
    private final RequestLog requests;
    private final RequestHistory history;
    private final Secret ownToken;

    private Server(ServerOptions options, Started started) {
        this.started = started;
        this.loops = CompletableFuture.supplyAsync(Listener::loops);
        started.ending(() -> loops.join().close().await());
        var _ = CompletableFuture.runAsync(Ed25519::prepare);
        this.config = Config.of(options.values());
        this.center = RelayConfig.Center.of(options.values());
        this.chance = new Chance(new SecureRandom(), InstantSource.system());
        this.base = Foundation.start(options, config, chance, started);
        FirstStart.run(base.rooms().ledger(), config.portal(), chance.random());
        this.core = Core.start(base, suppliers(), chance, started);
        this.seen = new LastSeen(base.rooms().batched().seen());
        Batches.start("last-seen", seen::write, started);
        this.files = new KeptEditions(base.rooms().batched().files(), chance.clock());
        Batches.start("device-files", files::write, started);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        started.ending(threads::close);
        this.offLoop = new OffLoop(threads, WORKS_MAX);
        this.requests = new RequestLog(chance.clock());
        this.history = new RequestHistory(requests, base.rooms().batched().requests());
        Batches.start("request-log", history::write, started);
        this.addressKey = new AddressKey(base.addressKey());
        this.links = new ActivationLinks(base.addressKey());
        this.addresses = new AddressAdmission(base.rooms().ledger(), addressKey, chance.clock(), seen::note);
        this.ownToken = new Tokens(chance.random()).next();
    }

    /** Starts it, to end with the process at the latest; when a part refuses to start, those before it are ended. */
    static Server start(ServerOptions options) {
        Started started = new Started();
        started.endWithProcess();
        try {
            Server server = new Server(options, started);
            server.open();
            return server;
        } catch (RuntimeException e) {
            try (started) {
                throw e;
            }
        } finally {
            started.over();
        }
    }

    private void open() {
        Vertx vertx = loops.join();
        var listeners = new Listeners(vertx, chance.clock(), started);
        var certificates = new Certificates(
                Certificates.source(
                        config.portal().tls().certificate(), base.data().keys(), this::hosts, chance),
                core.trust(),
                chance.clock());
        List<Listening> portal = openPortal(vertx, listeners, certificates);
        Config.Management management = config.management();
        listeners.clear(new At("management.port", management.host(), management.port()), Limits.USUAL, management());
        openConsole(vertx, listeners);
        openPnp();
        center.ifPresent(dialled -> CenterLink.start(
                dialled,
                config.portal().bounds().relays(),
                core.known().tenants().all().stream().map(Tenant::alias).toList(),
                base.data().root().resolve("site"),
                started));
        started.ending(Sender.start(outbox(), chance.random(), chance.clock())::close);
        openWebhooks();
        new Upkeep(base, core.trust(), chance)
                .start(() -> certificates.look(key -> portal.forEach(one -> one.renew(key))), started);
        LOG.log(System.Logger.Level.INFO, "event=started");
    }

    private List<String> hosts() {
        return core.known().tenants().all().stream()
                .flatMap(tenant -> Stream.concat(Stream.of(tenant.publicUrl().getHost()), tenant.hosts().stream()))
                .distinct()
                .toList();
    }

    /** Answers the listeners with TLS. */
    private List<Listening> openPortal(Vertx vertx, Listeners listeners, Certificates certificates) {
        Config.Portal settings = config.portal();
        var line = new WorkLine(chance.clock(), chance.random());
        var portal = new Portal(
                rooms(),
                new TlsFace(core.trust(), certificates::statement, settings.httpsPort()),
                known(),
                new Portal.Work(offLoop, line, chance.random(), chance.clock()),
                Optional.of(site()));
        Router router = Router.router(vertx);
        portal.register(router);
        var phones = new Phones(
                phones(), remembering(), fetches, new Phones.Work(offLoop, line, chance.random(), chance.clock()));
        phones.register(router);
        new Receipts(receipts(), offLoop, chance.random()).register(router);
        new Landing(landing(certificates), offLoop, chance.random()).register(router);
        var directory = new SipDirectory(base.rooms().ledger(), links.key());
        new FreeSwitch(directory, offLoop, chance.random()).register(router);
        portal.registerEnd(router);
        Handler<HttpServerRequest> handler = portal.before(phones.before(router));
        Limits limits = Listeners.devices(settings);
        listeners.clear(new At("portal.http_port", settings.host(), settings.httpPort()), limits, handler);
        var tls = new Listeners.Tls(certificates.key(), settings.tls().clientAuthorities());
        List<Listening> overTls = new ArrayList<>();
        overTls.add(listeners.tls(
                new At("portal.https_port", settings.host(), settings.httpsPort()), tls, limits, handler));
        Config.Relays relays = settings.bounds().relays();
        if (!relays.networks().isEmpty()) {
            listeners.clear(
                    new At("portal.relay_http_port", relays.host(), relays.httpPort(), relays.networks()),
                    limits,
                    handler);
            overTls.add(listeners.tls(
                    new At("portal.relay_https_port", relays.host(), relays.httpsPort(), relays.networks()),
                    tls,
                    limits,
                    handler));
        }
        return overTls;
    }

    private void openPnp() {
        var bootstraps = new Bootstraps(
                base.rooms().ledger(), addresses, core.decisions().documents(), chance.clock());
        var answers = new PnpAnswers(bootstraps, this::tenant, pnp, chance.clock());
        started.ending(PnpResponder.start(config.pnp(), answers, chance.random(), SipTimers.USUAL)::close);
    }

    private Optional<Id<Tenant>> tenant(Optional<String> alias) {
        return core.known().tenants().asked(alias.orElse(""), "").map(Tenant::id);
    }

    private Portal.Known known() {
        var strangers = new Strangers(core.readModel().roster(), chance.clock());
        var rooms = new PollRooms(core.readModel().roster(), strangers, seen, polls);
        return new Portal.Known(
                new Admission(base.rooms().ledger().lookups(), strangers::lookUp),
                new RosterAnswers(rooms, chance.clock(), BODY_BYTES_MAX),
                core.known().tenants());
    }

    private PortalRooms rooms() {
        var ledger = base.rooms().ledger();
        return new PortalRooms(
                ledger,
                new LogOn(ledger, core.known().tenants(), core.passwords(), chance.random(), chance.clock()),
                new Reports(ledger, chance.clock()),
                core.decisions().bundles()::current,
                base.artifacts(),
                new PublicArtifacts(ledger.lookups(), chance.clock()));
    }

    private PhoneRooms phones() {
        return new PhoneRooms(
                base.rooms().ledger(),
                addresses,
                core.decisions().documents(),
                files,
                core.known().types());
    }

    private Landing.Rooms landing(Certificates certificates) {
        var ledger = base.rooms().ledger();
        var desk = new ActivationDesk(
                ledger,
                new ActivationDesk.Known(core.known().tenants(), core.known().types()),
                links,
                chance.random(),
                chance.clock());
        var rooms = new DocumentDesk.Rooms(
                ledger, desk, links, addresses, core.decisions().documents());
        return new Landing.Rooms(
                desk,
                new DocumentDesk(
                        rooms,
                        Landing.documents(
                                () -> core.trust().fingerprint().text(),
                                bytes -> certificates.key().signed(bytes)),
                        chance.random(),
                        chance.clock()),
                links);
    }

    private Remembering remembering() {
        Roster roster = core.readModel().roster();
        return new Remembering(
                roster,
                new KnownAddresses(roster, addressKey, chance.clock()),
                new Strangers(roster, chance.clock()),
                seen,
                requests,
                new Strangeness());
    }

    private void openWebhooks() {
        var teller = new WebhookTeller(new OutboundHosts(config.doors().innerHosts()), chance.clock());
        started.ending(teller::close);
        started.ending(
                AccountNews.start(base.rooms().outgoing().calls(), teller, chance.random(), chance.clock())::close);
    }

    private Receipts.Rooms receipts() {
        return new Receipts.Rooms(
                base.rooms().ledger(), core.known().suppliers(), new ReceiptAddress(base.addressKey()), chance.clock());
    }

    private Sender.Rooms outbox() {
        return new Sender.Rooms(
                base.rooms().outgoing().outbox(),
                base.rooms().ledger(),
                core.known().suppliers(),
                core.known().tenants()::find,
                new ReceiptAddress(base.addressKey()),
                messages);
    }

    private Suppliers suppliers() {
        Path files = base.data().root().resolve("messages");
        return GatewaySuppliers.all(config.doors().innerHosts(), files, chance.clock());
    }

    private DownloadSite site() {
        Path home = Path.of(System.getProperty("slipway.home", "."));
        return new DownloadSite(
                BootloaderPackages.below(home, base.data().root().resolve("packages")));
    }

    private Management management() {
        var meters = Meters.of(
                core.readModel(), new Meters.Counts(polls, fetches, pnp, messages), new Meters.Waiting(seen, files));
        return new Management(
                new RequestLoop(offLoop, chance.random(), thrown -> Optional.empty()), this::health, () -> meters);
    }

    private SortedMap<String, Boolean> health() {
        SortedMap<String, Boolean> parts = new TreeMap<>();
        parts.put("change-log", core.readModel().lag().toSeconds() < 30);
        return parts;
    }

    private void openConsole(Vertx vertx, Listeners listeners) {
        var means = new Means(
                chance.random(),
                chance.clock(),
                core.passwords(),
                core.settings(),
                core.known().suppliers(),
                links);
        var acts = new Acts(base.rooms().ledger(), means);
        Router router = Router.router(vertx);
        Parts parts = new Parts(
                new Parts.Uploads(base.artifacts(), config.storage().artifactBytesMax()),
                core.decisions().publishing(),
                new Parts.Keys(core.trust(), base.rooms().keys(), chance.random()),
                new Parts.Phones(
                        core.decisions().documents(),
                        addresses,
                        new CheckSync(base.rooms().batched().seen(), chance.random(), SipTimers.USUAL),
                        history),
                Makers.readers(),
                Probe.usual(new OutboundHosts(config.doors().innerHosts())::checkPlace, chance.clock()));
        new AdminApi(acts, parts, offLoop, ownToken).register(router);
        Config.Console console = config.console();
        Listening listening =
                listeners.clear(new At("console.port", console.host(), console.port()), Limits.USUAL, router);
        try {
            OwnerOnly.write(
                    base.data().adminToken(), "http://127.0.0.1:" + listening.port() + "\n" + ownToken.reveal() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the token of the local command line cannot be kept", e);
        }
    }

    /** Where it is reached, one line each, for the person who started it. */
    List<String> addresses() {
        return List.of(
                "portal      " + portal() + "/get",
                "REST        http://" + config.console().host() + ":"
                        + config.console().port() + "/api/v1",
                "management  http://" + config.management().host() + ":"
                        + config.management().port() + "/health/ready",
                "data        " + base.data().root());
    }

    @Override
    public String portal() {
        return core.known().tenants().all().getFirst().publicUrl().toString();
    }

    @Override
    public void close() {
        started.close();
    }
}
