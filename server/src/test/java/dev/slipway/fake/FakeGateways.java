package dev.slipway.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The HTTP interfaces of message suppliers with their quirks: errors with 200, 202 and 207, numbers as texts,
 * tokens that end. The last two digits of a recipient say what becomes of a message: 00 delivered, 01 throttled
 * once, 02 refused, 03 no receipt, 04 two receipts, 05 the receipt before the answer, 06 the connection breaks.
 */
public final class FakeGateways implements AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();

    private static final Pattern ELEMENT = Pattern.compile("<(\\w+)>([^<]*)</\\1>");

    /** What was asked last, by the names of the supplier. */
    public volatile Map<String, String> asked = Map.of();

    /** Statuses that receipts were answered with, in order. */
    public final List<Integer> receipts = new CopyOnWriteArrayList<>();

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private final Set<String> throttled = ConcurrentHashMap.newKeySet();
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile URI portal = URI.create("http://127.0.0.1:9");
    private volatile String told = "";

    /** Listens on a free port of loopback. */
    public FakeGateways() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        on("/sms/json", this::vonage);
        on("/v1/message", this::clickatell);
        on("/http/auth", this::session);
        on("/http/sendmsg", this::older);
        on("/SendTextSMS", this::aspsms);
        on("/xmlsvr.asp", this::aspsmsXml);
        on("/oauth/v3/token", this::token);
        on("/smsmessaging/", this::orange);
        on("/cgi-bin/sendsms", this::kannel);
        server.start();
    }

    /** Where it listens. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Where receipts go: the host of {@code portal}, and for suppliers that are not told a path, {@code path}. */
    public void receiptsAt(URI portal, String path) {
        this.portal = portal;
        this.told = path;
    }

    /** Makes the tokens of before worthless. */
    public void expireTokens() {
        tokens.incrementAndGet();
    }

    private record Asked(Map<String, String> said, JsonNode json, HttpExchange exchange) {}

    private record Answer(int status, String body) {}

    private interface Manner {
        Answer to(Asked asked) throws IOException;
    }

    private void on(String path, Manner manner) {
        server.createContext(path, exchange -> {
            try (exchange) {
                Asked read = read(exchange);
                asked = read.said;
                Answer answer = manner.to(read);
                byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(answer.status, body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }

    private static Asked read(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean json = body.startsWith("{");
        String query = exchange.getRequestURI().getRawQuery();
        Map<String, String> said = new TreeMap<>();
        for (String pair : ((query == null ? "" : query) + "&" + (json ? "" : body)).split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                said.put(parts[0] + ".raw", parts[1]);
                said.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        ELEMENT.matcher(body).results().forEach(element -> said.put(element.group(1), element.group(2)));
        return new Asked(said, MAPPER.readTree(json ? body : "{}"), exchange);
    }

    private enum Fate {
        TAKEN,
        THROTTLED,
        REFUSED
    }

    /** What becomes of it; breaks the connection of 06. */
    private Fate fate(String to, Runnable receipt) throws IOException {
        String magic = to.substring(to.length() - 2);
        switch (magic) {
            case "06" -> throw new IOException("the connection breaks");
            case "05" -> receipt.run();
            case "00" -> later.schedule(receipt, 20, TimeUnit.MILLISECONDS);
            case "04" -> {
                later.schedule(receipt, 20, TimeUnit.MILLISECONDS);
                later.schedule(receipt, 40, TimeUnit.MILLISECONDS);
            }
            default -> {}
        }
        if (magic.equals("01") && throttled.add(to)) {
            return Fate.THROTTLED;
        }
        return magic.equals("02") ? Fate.REFUSED : Fate.TAKEN;
    }

    private Answer vonage(Asked asked) throws IOException {
        Map<String, String> said = asked.said;
        String reference = said.getOrDefault("client-ref", "");
        if (said.getOrDefault("api_secret", "").equals("wrong")) {
            return new Answer(200, vonage("4", "Bad Credentials"));
        }
        String receipt = "{\"client-ref\":\"%s\",\"messageId\":\"V%s\",\"status\":\"delivered\",\"err-code\":\"0\"}"
                .formatted(reference, reference);
        Fate fate =
                fate(said.get("to"), () -> post(URI.create(said.get("callback")).getPath(), receipt));
        return new Answer(
                200,
                switch (fate) {
                    case THROTTLED -> vonage("1", "Throughput Rate Exceeded");
                    case REFUSED -> vonage("7", "Number Barred");
                    case TAKEN ->
                        "{\"message-count\":\"1\",\"messages\":[{\"message-id\":\"V%s\",\"status\":\"0\"}]}"
                                .formatted(reference);
                });
    }

    private static String vonage(String status, String text) {
        return "{\"message-count\":\"1\",\"messages\":[{\"status\":\"%s\",\"error-text\":\"%s\"}]}"
                .formatted(status, text);
    }

    private Answer clickatell(Asked asked) throws IOException {
        if (asked.exchange.getRequestHeaders().getFirst("authorization").equals("wrong")) {
            return new Answer(401, "{\"messages\":[],\"error\":{\"code\":1,\"description\":\"Invalid API key\"}}");
        }
        JsonNode message = asked.json.at("/messages/0");
        String reference = message.path("clientMessageId").asString("");
        this.asked = Map.of(
                "from",
                message.path("from").asString("-"),
                "text",
                message.path("content").asString(""));
        String receipt =
                "{\"clientMessageId\":\"%s\",\"messageId\":\"C%s\",\"statusCode\":5}".formatted(reference, reference);
        return switch (fate(message.path("to").asString(""), () -> post(told, receipt))) {
            case THROTTLED ->
                new Answer(429, "{\"messages\":[],\"error\":{\"code\":43,\"description\":\"Rate limit\"}}");
            case REFUSED ->
                new Answer(
                        207,
                        "{\"messages\":[{\"accepted\":false,\"error\":{\"code\":25,\"description\":\"Bad number\"}}],"
                                + "\"error\":null}");
            case TAKEN ->
                new Answer(
                        202,
                        "{\"messages\":[{\"apiMessageId\":\"C%s\",\"accepted\":true,\"error\":null}],\"error\":null}"
                                .formatted(reference));
        };
    }

    private Answer session(Asked asked) {
        return asked.said.getOrDefault("password", "").equals("wrong")
                ? new Answer(200, "ERR: 001, Authentication failed")
                : new Answer(200, "OK: session" + tokens.get());
    }

    private Answer older(Asked asked) throws IOException {
        Map<String, String> said = asked.said;
        if (!said.getOrDefault("session_id", "").equals("session" + tokens.get())) {
            return new Answer(200, "ERR: 003, Session ID expired");
        }
        String reference = said.getOrDefault("climsgid", "");
        String receipt = "apiMsgId=L%s&cliMsgId=%s&status=004".formatted(reference, reference);
        return new Answer(
                200,
                switch (fate(said.get("to"), () -> get(told + "?" + receipt))) {
                    case THROTTLED -> "ERR: 130, Maximum MT limit exceeded";
                    case REFUSED -> "ERR: 114, Cannot route message";
                    case TAKEN -> "ID: L" + reference;
                });
    }

    private Answer aspsms(Asked asked) throws IOException {
        JsonNode said = asked.json;
        if (said.path("Password").asString("").equals("wrong")) {
            return new Answer(200, "{\"StatusCode\":\"3\",\"StatusInfo\":\"Authorization failed.\"}");
        }
        URI url = URI.create(said.path("URLDeliveryNotification").asString(""));
        return new Answer(
                200,
                switch (fate(
                        said.at("/Recipients/0/PhoneNumber").asString(""),
                        () -> get(url.getPath() + "?" + url.getQuery()))) {
                    case THROTTLED -> "{\"StatusCode\":\"24\",\"StatusInfo\":\"Service temporarily not available\"}";
                    case REFUSED -> "{\"StatusCode\":\"20\",\"StatusInfo\":\"Recipient missing\"}";
                    case TAKEN -> "{\"StatusCode\":\"1\",\"StatusInfo\":\"OK\"}";
                });
    }

    private Answer aspsmsXml(Asked asked) throws IOException {
        Map<String, String> said = asked.said;
        String answer = "<?xml version=\"1.0\"?><aspsms><ErrorCode>%d</ErrorCode>"
                + "<ErrorDescription>%s</ErrorDescription></aspsms>";
        if (said.getOrDefault("Password", "").equals("wrong")) {
            return new Answer(200, answer.formatted(3, "Authorization failed."));
        }
        URI url = URI.create(said.getOrDefault("URLDeliveryNotification", "").replace("&amp;", "&"));
        Runnable receipt = () -> get(url.getPath() + "?" + url.getQuery());
        return new Answer(
                200,
                switch (fate(said.getOrDefault("PhoneNumber", "??"), receipt)) {
                    case THROTTLED -> answer.formatted(24, "Service temporarily not available");
                    case REFUSED -> answer.formatted(20, "Recipient missing");
                    case TAKEN -> answer.formatted(1, "OK");
                });
    }

    private Answer token(Asked asked) {
        String credentials = asked.exchange.getRequestHeaders().getFirst("authorization");
        return credentials.equals("Basic aWQ6cmlnaHQ=")
                ? new Answer(
                        200,
                        "{\"token_type\":\"Bearer\",\"access_token\":\"token%d\",\"expires_in\":\"3600\"}"
                                .formatted(tokens.get()))
                : new Answer(401, "{\"error\":\"invalid_client\"}");
    }

    /** Its receipts name nothing but its own id, so one that comes too early is sent again. */
    private Answer orange(Asked asked) throws IOException {
        if (!asked.exchange.getRequestHeaders().getFirst("authorization").equals("Bearer token" + tokens.get())) {
            return new Answer(401, "{\"code\":42,\"message\":\"Expired credentials\"}");
        }
        JsonNode said = asked.json.path("outboundSMSMessageRequest");
        String id = "O" + said.path("address").asString("").replaceAll("\\D", "");
        String receipt = "{\"deliveryInfoNotification\":{\"callbackData\":\"%s\","
                .formatted(id)
                .concat("\"deliveryInfo\":{\"deliveryStatus\":\"DeliveredToTerminal\"}}}");
        return switch (fate(said.path("address").asString(""), () -> post(told, receipt))) {
            case THROTTLED -> new Answer(429, "{\"code\":53,\"message\":\"Too many requests\"}");
            case REFUSED ->
                new Answer(
                        400, "{\"requestError\":{\"serviceException\":{\"messageId\":\"SVC0004\",\"text\":\"None\"}}}");
            case TAKEN ->
                new Answer(
                        201,
                        "{\"outboundSMSMessageRequest\":{\"resourceURL\":\"https://api.orange.com/requests/%s\"}}"
                                .formatted(id));
        };
    }

    private Answer kannel(Asked asked) throws IOException {
        Map<String, String> said = asked.said;
        if (said.getOrDefault("password", "").equals("wrong")) {
            return new Answer(403, "Authorization failed for sendsms");
        }
        URI url = URI.create(said.get("dlr-url")
                .replace("%d", "1")
                .replace("%A", URLEncoder.encode("stat:DELIVRD", StandardCharsets.UTF_8)));
        return switch (fate(said.get("to"), () -> get(url.getPath() + "?" + url.getRawQuery()))) {
            case THROTTLED -> new Answer(503, "Temporal failure, try again later.");
            case REFUSED -> new Answer(400, "Not routable. Do not try again.");
            case TAKEN -> new Answer(202, "0: Accepted for delivery");
        };
    }

    private void get(String path) {
        send(HttpRequest.newBuilder(portal.resolve(path)).build(), 0);
    }

    private void post(String path, String json) {
        send(
                HttpRequest.newBuilder(portal.resolve(path))
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                0);
    }

    /** Suppliers come again until they are heard; these do so soon, and not for days. */
    private void send(HttpRequest receipt, int before) {
        int status = client.sendAsync(receipt, BodyHandlers.discarding()).join().statusCode();
        receipts.add(status);
        if (status >= 300 && before < 20) {
            later.schedule(() -> send(receipt, before + 1), 50, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
        server.stop(0);
        client.close();
    }
}
