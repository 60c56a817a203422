package dev.slipway.base.http;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The bytes of a file: whole or in ranges, under conditions (RFC 9110, sections 13 and 14), sent by the kernel where
 * it can.
 *
 * <p>The file must not change while it is sent: content-addressed files never do.
 *
 * @param headers with {@code content-type}; without length, range, ETag and Last-Modified
 */
public record FileAnswer(Path file, Validators validators, Map<String, String> headers) implements Answer {
    /** For content addressed by its hash (RFC 8246). */
    public static final String IMMUTABLE = "public, max-age=31536000, immutable";

    /** The same for content that only its device may have. */
    public static final String IMMUTABLE_PRIVATE = "private, max-age=31536000, immutable";

    public FileAnswer {
        headers = Map.copyOf(headers);
    }

    @Override
    public void send(HttpServerRequest request) {
        switch (Conditions.of(request, validators)) {
            case FAILED -> Problem.PRECONDITION_FAILED.send(request);
            case NOT_MODIFIED ->
                new Validated(new Content(200, fields(), Buffer.buffer()), validators.etag())
                        .notModified()
                        .send(request);
            case SEND -> sendRanges(request);
        }
    }

    private void sendRanges(HttpServerRequest request) {
        switch (ranges(request.method(), request.headers())) {
            case Ranges.Whole whole -> sendSlice(request, 200, new Ranges.Slice(0, validators.length()));
            case Ranges.Unsatisfiable none ->
                Problem.RANGE_NOT_SATISFIABLE
                        .content()
                        .with("content-range", "bytes */" + validators.length())
                        .send(request);
            case Ranges.Slices some
            when some.slices().size() == 1 ->
                sendSlice(request, 206, some.slices().getFirst());
            case Ranges.Slices several -> {
                head(request, 206);
                new MultipartRanges(
                                file, validators.length(), headers.getOrDefault("content-type", ""), several.slices())
                        .send(request);
            }
        }
    }

    /** Range is defined for GET only (section 14.2). */
    private Ranges ranges(HttpMethod method, MultiMap asked) {
        String range = asked.get("range");
        return range == null || !method.equals(HttpMethod.GET) || !Conditions.rangeHolds(asked, validators)
                ? new Ranges.Whole()
                : Ranges.parse(range, validators.length());
    }

    private void sendSlice(HttpServerRequest request, int status, Ranges.Slice slice) {
        HttpServerResponse response = head(request, status);
        response.putHeader("content-length", Long.toString(slice.length()));
        if (status == 206) {
            response.putHeader("content-range", slice.contentRange(validators.length()));
        }
        if (request.method().equals(HttpMethod.HEAD) || slice.length() == 0) {
            response.end();
            return;
        }
        Transfer.send(request, file, slice).onFailure(gone -> RequestLoop.cut(request, gone));
    }

    private HttpServerResponse head(HttpServerRequest request, int status) {
        HttpServerResponse response = request.response().setStatusCode(status);
        fields().forEach(response::putHeader);
        return response;
    }

    private Map<String, String> fields() {
        var fields = new LinkedHashMap<>(headers);
        fields.put("accept-ranges", "bytes");
        fields.put("etag", Conditions.quoted(validators.etag()));
        validators.modified().ifPresent(at -> fields.put("last-modified", Clocked.FORMAT.format(at)));
        return fields;
    }
}
