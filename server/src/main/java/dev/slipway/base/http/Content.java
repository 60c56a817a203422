package dev.slipway.base.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer whose bytes are at hand. HEAD gets the same fields and no bytes (RFC 9110, section 9.3.2).
 *
 * @param headers sent in this order
 */
public record Content(int status, Map<String, String> headers, Buffer body) implements Answer {
    public Content {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** These bytes, with 200. */
    public static Content of(String mediaType, byte[] bytes) {
        return of(200, mediaType, bytes);
    }

    /** These bytes. */
    public static Content of(int status, String mediaType, byte[] bytes) {
        return new Content(status, Map.of("content-type", mediaType), Buffer.buffer(bytes));
    }

    /** This text in UTF-8, with 200. */
    public static Content text(String mediaType, String text) {
        return of(mediaType + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** 204: done, nothing to say. */
    public static Content none() {
        return new Content(204, Map.of(), Buffer.buffer());
    }

    /** The same with one more header field. */
    public Content with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Content(status, more, body);
    }

    @Override
    public void send(HttpServerRequest request) {
        HttpServerResponse response = request.response().setStatusCode(status);
        headers.forEach(response::putHeader);
        if (status != 204 && status != 304) {
            response.putHeader("content-length", Integer.toString(body.length()));
        }
        if (request.method().equals(HttpMethod.HEAD) || body.length() == 0) {
            response.end();
        } else {
            response.end(body);
        }
    }
}
