package dev.slipway.base.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Conditional requests, in the order of RFC 9110, section 13.2.2.
 */
final class Conditions {
    static final List<String> KEPT_BY_304 =
            List.of("cache-control", "content-location", "etag", "expires", "vary", "last-modified");

    private Conditions() {}

    /** What the conditions of a GET or HEAD lead to. */
    enum Outcome {
        SEND,
        NOT_MODIFIED,
        FAILED
    }

    static String quoted(String etag) {
        return '"' + etag + '"';
    }

    static Outcome of(HttpServerRequest request, Validators ours) {
        return of(request.method(), request.headers(), ours);
    }

    static Outcome of(HttpMethod method, MultiMap headers, Validators ours) {
        String ifMatch = list(headers, "if-match");
        String ifUnmodified = single(headers, "if-unmodified-since");
        if (!ifMatch.isEmpty() ? !matches(ifMatch, ours.etag(), true) : changedSince(ifUnmodified, ours)) {
            return Outcome.FAILED;
        }
        boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        String ifNoneMatch = list(headers, "if-none-match");
        if (!ifNoneMatch.isEmpty()) {
            if (matches(ifNoneMatch, ours.etag(), false)) {
                return reads ? Outcome.NOT_MODIFIED : Outcome.FAILED;
            }
            return Outcome.SEND;
        }
        String ifModified = single(headers, "if-modified-since");
        return reads && unchangedSince(ifModified, ours) ? Outcome.NOT_MODIFIED : Outcome.SEND;
    }

    /** Whether a Range may be honored: no If-Range, or one that names exactly what we have (section 13.1.5). */
    static boolean rangeHolds(MultiMap headers, Validators ours) {
        String ifRange = single(headers, "if-range");
        if (ifRange.isEmpty()) {
            return true;
        }
        if (ifRange.startsWith("\"") || ifRange.startsWith("W/")) {
            return ifRange.equals(quoted(ours.etag()));
        }
        return date(ifRange).isPresent() && date(ifRange).equals(modified(ours));
    }

    /** Compares entity tags (section 8.8.3.2); strong comparison never matches a weak tag. */
    static boolean matches(String field, String etag, boolean strongly) {
        if (field.strip().equals("*")) {
            return true;
        }
        String quoted = quoted(etag);
        int at = 0;
        while (at < field.length()) {
            int open = field.indexOf('"', at);
            int close = open < 0 ? -1 : field.indexOf('"', open + 1);
            if (close < 0) {
                return false;
            }
            boolean weak = open >= 2 && field.startsWith("W/", open - 2);
            if (field.regionMatches(open, quoted, 0, quoted.length())
                    && close - open + 1 == quoted.length()
                    && !(weak && strongly)) {
                return true;
            }
            at = close + 1;
        }
        return false;
    }

    private static boolean changedSince(String field, Validators ours) {
        Optional<Instant> since = date(field);
        return since.isPresent()
                && modified(ours).filter(at -> at.isAfter(since.get())).isPresent();
    }

    private static boolean unchangedSince(String field, Validators ours) {
        Optional<Instant> since = date(field);
        return since.isPresent()
                && modified(ours).filter(at -> !at.isAfter(since.get())).isPresent();
    }

    private static Optional<Instant> modified(Validators ours) {
        return ours.modified().map(at -> at.truncatedTo(ChronoUnit.SECONDS));
    }

    /** A date we cannot read is ignored, as section 13.1.3 wants. */
    private static Optional<Instant> date(String field) {
        if (field.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Clocked.FORMAT.parse(field, Instant::from));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static String single(MultiMap headers, String name) {
        String value = headers.get(name);
        return value == null ? "" : value.strip();
    }

    private static String list(MultiMap headers, String name) {
        return headers.contains(name) ? String.join(",", headers.getAll(name)) : "";
    }
}
