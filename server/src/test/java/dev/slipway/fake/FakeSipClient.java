package dev.slipway.fake;

import dev.slipway.base.wire.sip.Ha1;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A SIP client over UDP on loopback that registers once, with Digest and MD5 (RFC 3261, sections 10.2 and 22). */
public final class FakeSipClient implements AutoCloseable {
    private static final int ANSWER_MILLIS_MAX = 2_000;
    private static final int DATAGRAM_BYTES_MAX = 65_535;
    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");
    private static final Pattern REALM = Pattern.compile("realm=\"([^\"]+)\"");
    private static final Pattern STATUS = Pattern.compile("^SIP/2\\.0 ([0-9]{3})");

    private final DatagramSocket socket;
    private final InetSocketAddress server;
    private int sequence;

    /** One that registers at that port. */
    public FakeSipClient(int port) {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try {
            this.socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            socket.setSoTimeout(ANSWER_MILLIS_MAX);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last status that the server gave: 200 when it let in, 401 when not, 0 when it said nothing. */
    public int register(String user, String domain, String password) {
        String challenge = asked(request(user, domain, ""));
        if (status(challenge) != 401) {
            return status(challenge);
        }
        String realm = found(REALM, challenge);
        String nonce = found(NONCE, challenge);
        String uri = "sip:" + domain;
        String ha1 = Ha1.of(user, realm, password);
        String ha2 = Ha1.of("REGISTER", "sip", domain);
        String response = Ha1.of(ha1, nonce, ha2);
        return status(asked(request(
                user,
                domain,
                "Authorization: Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", response=\"%s\"\r\n"
                        .formatted(user, realm, nonce, uri, response))));
    }

    private String request(String user, String domain, String authorization) {
        int port = socket.getLocalPort();
        sequence++;
        return """
                REGISTER sip:%2$s SIP/2.0
                Via: SIP/2.0/UDP 127.0.0.1:%3$d;branch=z9hG4bK%3$d-%4$d
                Max-Forwards: 70
                From: <sip:%1$s@%2$s>;tag=%3$d
                To: <sip:%1$s@%2$s>
                Call-ID: %3$d@127.0.0.1
                CSeq: %4$d REGISTER
                Contact: <sip:%1$s@127.0.0.1:%3$d>
                Expires: 60
                """.formatted(user, domain, port, sequence).replace("\n", "\r\n")
                + authorization
                + "Content-Length: 0\r\n\r\n";
    }

    private String asked(String request) {
        byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
        var answer = new DatagramPacket(new byte[DATAGRAM_BYTES_MAX], DATAGRAM_BYTES_MAX);
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, server));
            socket.receive(answer);
            return new String(answer.getData(), 0, answer.getLength(), StandardCharsets.UTF_8);
        } catch (SocketTimeoutException silent) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int status(String answer) {
        Matcher found = STATUS.matcher(answer);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private static String found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    @Override
    public void close() {
        socket.close();
    }
}
