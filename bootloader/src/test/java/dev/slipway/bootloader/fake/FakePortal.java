package dev.slipway.bootloader.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.slipway.bootloader.protocol.LogonAnswer;
import dev.slipway.bootloader.protocol.LogonRequest;
import dev.slipway.bootloader.protocol.Problem;
import dev.slipway.bootloader.protocol.ReportAnswer;
import dev.slipway.bootloader.protocol.ReportEvent;
import dev.slipway.bootloader.protocol.ReportRequest;
import dev.slipway.bootloader.protocol.Secret;
import dev.slipway.bootloader.protocol.ServerDescription;
import dev.slipway.bootloader.protocol.json.Json;
import dev.slipway.bootloader.protocol.json.JsonReader;
import dev.slipway.bootloader.protocol.json.JsonWriter;
import dev.slipway.bootloader.protocol.trust.Envelope;
import dev.slipway.bootloader.protocol.trust.Sha256;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A portal on loopback that speaks the protocol of the Bootloader with real keys;
 * user {@code alice}, password {@code secret}.
 */
public final class FakePortal implements AutoCloseable {
    public static final String DEVICE = "device-1";
    public static final String TICKET = "one-time-ticket";
    private static final String TOKEN = "token-of-device-1";

    /** Everything that arrived at the log-on, so that a test can say what was sent to whom. */
    public final List<LogonRequest> logons = new CopyOnWriteArrayList<>();

    public final List<ReportEvent> events = new CopyOnWriteArrayList<>();
    public final List<String> ranges = new CopyOnWriteArrayList<>();
    public final Mischief mischief = new Mischief();
    public final FakeShelf shelf;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final FakeKeys keys;
    private volatile Optional<String> token = Optional.of(TOKEN);
    private volatile boolean stop;
    private volatile List<Envelope> roots;
    private volatile Envelope tls;

    private FakePortal(HttpServer server, FakeKeys keys, FakeCertificate certificate) {
        this.server = server;
        this.keys = keys;
        this.shelf = new FakeShelf(keys);
        this.roots = List.of(keys.rootEnvelope());
        this.tls = keys.tlsEnvelope(certificate.certificate());
        server.setExecutor(threads);
        route("boot/v1/server", this::describe);
        route("boot/v1/logon", this::logOn);
        route("boot/v1/bundle", this::bundle);
        route("boot/v1/report", this::report);
        route("artifact/", this::artifact);
        server.start();
    }

    /** Without TLS, as only loopback may. */
    public static FakePortal plain() throws IOException {
        return new FakePortal(HttpServer.create(loopback(0), 0), FakeKeys.drawn(), FakeCertificate.ONE);
    }

    /** With a certificate of its own that the root of {@code keys} binds. */
    public static FakePortal secure(FakeKeys keys, FakeCertificate certificate, int port) throws IOException {
        HttpsServer server = HttpsServer.create(loopback(port), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
        return new FakePortal(server, keys, certificate);
    }

    public URI base() {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return URI.create(scheme + "://127.0.0.1:" + port() + "/at/it@example.com/");
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String key() {
        return keys.fingerprint();
    }

    /** The keys that it signs with at first. */
    public FakeKeys keys() {
        return keys;
    }

    /** Shows somebody else's roots and statements, as a server in the middle would. */
    public void pretendToBe(FakePortal other) {
        roots = other.roots;
        tls = other.tls;
    }

    /** Hands all roles but the root's to other keys. */
    public void rotateTo(FakeKeys next) {
        roots = List.of(keys.rootEnvelope(), keys.rootFor(next));
        tls = next.tlsEnvelope(FakeCertificate.ONE.certificate());
        shelf.signWith(next);
    }

    public void endEnrollment() {
        stop = true;
    }

    public void forgetDevices() {
        token = Optional.empty();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    /** Any alias in front of a path is ignored, as the portal ignores it. */
    private void route(String path, Handler handler) {
        for (String prefix : List.of("/", "/at/it@example.com/")) {
            server.createContext(prefix + path, exchange -> {
                try (exchange) {
                    handler.handle(exchange);
                }
            });
        }
    }

    private void describe(HttpExchange exchange) throws IOException {
        var description = new ServerDescription(
                "Fake portal",
                "it@example.com",
                new ServerDescription.Addresses(base(), base()),
                roots,
                tls,
                Instant.parse("2026-11-22T08:00:00Z"));
        send(exchange, 200, description.toJson());
    }

    private void logOn(HttpExchange exchange) throws IOException {
        LogonRequest request =
                LogonRequest.from(JsonReader.document(exchange.getRequestBody().readAllBytes()));
        if (Mischief.next(mischief.throttled)) {
            exchange.getResponseHeaders().set("Retry-After", "1");
            problem(exchange, 429, "logon.throttled");
            return;
        }
        logons.add(request);
        if (!isRight(request.proof())) {
            problem(exchange, 403, "logon.refused");
            return;
        }
        token = Optional.of(TOKEN);
        var person = new LogonAnswer.User("alice", "Alice Example");
        send(
                exchange,
                200,
                new LogonAnswer(DEVICE, new Secret(TOKEN), person, "fake-linux", "platform is linux", lastEvent())
                        .toJson());
    }

    private static boolean isRight(LogonRequest.Proof proof) {
        if (proof instanceof LogonRequest.Ticket ticket) {
            return ticket.ticket().reveal().equals(TICKET);
        }
        var credentials = (LogonRequest.Credentials) proof;
        return credentials.login().equals("alice")
                && credentials.password().reveal().equals("secret");
    }

    private void bundle(HttpExchange exchange) throws IOException {
        if (!admitted(exchange)) {
            return;
        }
        if (Mischief.next(mischief.busy)) {
            exchange.getResponseHeaders().set("Retry-After", "120");
            problem(exchange, 503, "server.overloaded");
            return;
        }
        byte[] body = mischief.bundle.get().orElseGet(() -> shelf.answer(DEVICE));
        String etag = "\"" + Sha256.hex(body).substring(0, 32) + "\"";
        exchange.getResponseHeaders().set("ETag", etag);
        if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private void report(HttpExchange exchange) throws IOException {
        if (!admitted(exchange)) {
            return;
        }
        ReportRequest request =
                ReportRequest.from(JsonReader.document(exchange.getRequestBody().readAllBytes()));
        long known = lastEvent();
        request.events().stream().filter(event -> event.sequence() > known).forEach(events::add);
        if (Mischief.next(mischief.lostReports)) {
            return;
        }
        send(exchange, 200, new ReportAnswer(lastEvent(), stop).toJson());
    }

    private long lastEvent() {
        return events.isEmpty() ? 0 : events.get(events.size() - 1).sequence();
    }

    private void artifact(HttpExchange exchange) throws IOException {
        if (!admitted(exchange)) {
            return;
        }
        String path = exchange.getRequestURI().getPath();
        Optional<byte[]> content = shelf.content(path.substring(path.lastIndexOf('/') + 1));
        if (content.isEmpty()) {
            problem(exchange, 404, "artifact.unknown");
            return;
        }
        sendRange(exchange, content.get());
    }

    private void sendRange(HttpExchange exchange, byte[] content) throws IOException {
        Optional<String> range =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range"));
        range.ifPresent(ranges::add);
        int from = range.map(text -> Integer.parseInt(text.replaceAll("[^0-9]", "")))
                .orElse(0);
        byte[] body = java.util.Arrays.copyOfRange(content, from, content.length);
        if (body.length > 0 && Mischief.next(mischief.changed)) {
            body[body.length / 2] ^= 1;
        }
        if (range.isPresent()) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        }
        exchange.sendResponseHeaders(range.isPresent() ? 206 : 200, body.length == 0 ? -1 : body.length);
        int length = (int) mischief.cut.get().applyAsLong(body.length);
        exchange.getResponseBody().write(body, 0, Math.min(length, body.length));
        exchange.getResponseBody().flush();
    }

    private boolean admitted(HttpExchange exchange) throws IOException {
        String shown = exchange.getRequestHeaders().getFirst("Authorization");
        if (token.map(known -> "Bearer " + known)
                .filter(known -> known.equals(shown))
                .isPresent()) {
            return true;
        }
        problem(exchange, 404, "not.found");
        return false;
    }

    private static void problem(HttpExchange exchange, int status, String code) throws IOException {
        send(
                exchange,
                status,
                new Problem(code, code, "The fake portal says " + code + ".", status, Optional.<Duration>empty())
                        .toJson());
    }

    private static void send(HttpExchange exchange, int status, Json body) throws IOException {
        byte[] bytes = JsonWriter.compact(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Steps and states of the events about an application, in order. */
    public List<String> story(String application) {
        var story = new ArrayList<String>();
        events.stream()
                .filter(event ->
                        event.subject().map(ReportEvent.Subject::application).equals(Optional.of(application)))
                .forEach(event -> story.add(event.step() + " " + event.outcome().state() + " "
                        + event.subject().orElseThrow().release()));
        return List.copyOf(story);
    }
}
