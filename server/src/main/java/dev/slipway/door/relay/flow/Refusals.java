package dev.slipway.door.relay.flow;

import dev.slipway.door.relay.peek.Fault;
import dev.slipway.door.relay.place.Destination.Failure;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** What this relay answers itself (RFC 9457), ready to be sent. */
final class Refusals {
    static final String BAD_ANSWER = "relay.bad-answer";

    static final String SLOW_ANSWER = "relay.slow-answer";

    private static final Map<Fault, byte[]> FAULTS = faults();
    private static final Map<Failure, byte[]> FAILURES = new EnumMap<>(Map.of(
            Failure.UNREACHABLE,
            answer(
                    503,
                    code(Failure.UNREACHABLE),
                    "The server does not answer just now: try again.",
                    "Retry-After: 10\r\n"),
            Failure.NOWHERE,
            answer(404, code(Failure.NOWHERE), "There is nothing here.", "")));
    private static final byte[] ANSWER =
            answer(502, BAD_ANSWER, "The server behind this relay gave no whole answer: try again.", "");

    private static final byte[] SLOW =
            answer(504, SLOW_ANSWER, "The server behind this relay gave no answer in time: try again.", "");

    private Refusals() {}

    static ByteBuf slowAnswer() {
        return Unpooled.wrappedBuffer(SLOW);
    }

    static ByteBuf bytes(Fault fault) {
        return Unpooled.wrappedBuffer(FAULTS.getOrDefault(fault, ANSWER));
    }

    static ByteBuf bytes(Failure failure) {
        return Unpooled.wrappedBuffer(FAILURES.getOrDefault(failure, ANSWER));
    }

    static ByteBuf badAnswer() {
        return Unpooled.wrappedBuffer(ANSWER);
    }

    static String code(Failure failure) {
        return switch (failure) {
            case UNREACHABLE -> "relay.unreachable";
            case NOWHERE -> "relay.nowhere";
        };
    }

    private static Map<Fault, byte[]> faults() {
        Map<Fault, byte[]> all = new EnumMap<>(Fault.class);
        for (Fault fault : Fault.values()) {
            all.put(fault, answer(fault.status(), fault.code(), fault.sentence(), ""));
        }
        return all;
    }

    private static byte[] answer(int status, String code, String sentence, String fields) {
        String body = "{\"status\":%d,\"code\":\"%s\",\"detail\":\"%s\"}\n"
                .formatted(status, code, sentence.replace("\"", "\\\""));
        return ("HTTP/1.1 %d %s\r\nContent-Type: application/problem+json\r\nContent-Length: %d\r\n%s"
                        + "Connection: close\r\n\r\n%s")
                .formatted(status, reason(status), body.length(), fields, body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String reason(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 404 -> "Not Found";
            case 431 -> "Request Header Fields Too Large";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            case 505 -> "HTTP Version Not Supported";
            default -> "Refused";
        };
    }
}
