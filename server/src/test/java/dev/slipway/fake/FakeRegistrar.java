package dev.slipway.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A SIP registrar over UDP on loopback: REGISTER is challenged with Digest, MD5 and qop auth (RFC 3261, section 10.3;
 * RFC 7616, section 3.4), and accepted when the answer is right.
 */
public final class FakeRegistrar implements AutoCloseable {
    private static final int DATAGRAM_BYTES_MAX = 65_535;
    private static final String NONCE = "5ae1c9";
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^,\\s]+))");

    private final DatagramSocket socket;
    private final String realm;
    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private final List<String> events = new CopyOnWriteArrayList<>();

    /** For accounts of {@code realm}; on a free port. */
    public FakeRegistrar(String realm) {
        this.realm = realm;
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("registrar").start(this::serve);
    }

    /** Lets this user register. */
    public void knows(String user, String password) {
        passwords.put(user, password);
    }

    /** Where it listens. */
    public int port() {
        return socket.getLocalPort();
    }

    /**
     * What happened, oldest first: {@code registered USER}, {@code unregistered USER} and {@code refused USER}; a
     * challenge is no event.
     */
    public List<String> events() {
        return List.copyOf(events);
    }

    private void serve() {
        byte[] buffer = new byte[DATAGRAM_BYTES_MAX];
        while (!socket.isClosed()) {
            var packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                String request = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                if (request.startsWith("REGISTER ")) {
                    byte[] answer = answer(request).getBytes(StandardCharsets.UTF_8);
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (SocketException closed) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private String answer(String request) {
        String authorization = header(request, "Authorization");
        if (authorization.isEmpty()) {
            return response("401 Unauthorized", request, challenge());
        }
        Map<String, String> said = parameters(authorization);
        String user = said.getOrDefault("username", "");
        if (!said.getOrDefault("response", "").equals(expected(said, passwords.getOrDefault(user, "")))
                || !passwords.containsKey(user)) {
            events.add("refused " + user);
            return response("403 Forbidden", request, "");
        }
        boolean leaves = header(request, "Contact").contains("expires=0")
                || header(request, "Expires").equals("0");
        events.add((leaves ? "unregistered " : "registered ") + user);
        return response("200 OK", request, "Contact: " + header(request, "Contact") + "\r\nExpires: 600\r\n");
    }

    private String challenge() {
        return "WWW-Authenticate: Digest realm=\"%s\", nonce=\"%s\", qop=\"auth\", algorithm=MD5\r\n"
                .formatted(realm, NONCE);
    }

    private static String response(String status, String request, String more) {
        return "SIP/2.0 " + status + "\r\n"
                + "Via: " + header(request, "Via") + "\r\n"
                + "From: " + header(request, "From") + "\r\n"
                + "To: " + header(request, "To") + ";tag=r1\r\n"
                + "Call-ID: " + header(request, "Call-ID") + "\r\n"
                + "CSeq: " + header(request, "CSeq") + "\r\n"
                + more + "Content-Length: 0\r\n\r\n";
    }

    private static String header(String request, String name) {
        Matcher found = Pattern.compile("(?im)^" + name + ":[ \t]*(.*?)\r?$").matcher(request);
        return found.find() ? found.group(1) : "";
    }

    private static Map<String, String> parameters(String field) {
        Map<String, String> parameters = new ConcurrentHashMap<>();
        Matcher found = PARAMETER.matcher(field);
        while (found.find()) {
            parameters.put(found.group(1), found.group(2) == null ? found.group(3) : found.group(2));
        }
        return parameters;
    }

    private static String expected(Map<String, String> said, String password) {
        String ha1 = md5(said.get("username") + ":" + said.get("realm") + ":" + password);
        String ha2 = md5("REGISTER:" + said.get("uri"));
        return md5(String.join(
                ":",
                ha1,
                said.get("nonce"),
                String.valueOf(said.get("nc")),
                String.valueOf(said.get("cnonce")),
                String.valueOf(said.get("qop")),
                ha2));
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
