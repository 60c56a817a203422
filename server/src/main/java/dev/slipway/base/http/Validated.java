package dev.slipway.base.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Content with an ETag: a caller that has it already gets 304 (RFC 9110, section 15.4.5).
 *
 * @param etag opaque, without quotes
 */
public record Validated(Content content, String etag) implements Answer {
    public Validated(Content content, String etag) {
        this.content = content.with("etag", Conditions.quoted(etag));
        this.etag = etag;
    }

    @Override
    public void send(HttpServerRequest request) {
        switch (Conditions.of(request, new Validators(content.body().length(), etag, Optional.empty()))) {
            case SEND -> content.send(request);
            case NOT_MODIFIED -> notModified().send(request);
            case FAILED -> Problem.PRECONDITION_FAILED.send(request);
        }
    }

    /** The 304 alone, with the fields that RFC 9110, section 15.4.5 wants. */
    public Content notModified() {
        var fields = new LinkedHashMap<String, String>();
        for (String name : Conditions.KEPT_BY_304) {
            String value = content.headers().get(name);
            if (value != null) {
                fields.put(name, value);
            }
        }
        return new Content(304, Map.copyOf(fields), Buffer.buffer());
    }
}
