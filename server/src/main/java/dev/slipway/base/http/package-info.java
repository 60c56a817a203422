/**
 * HTTP as every door needs it: listeners with limits, the server's own certificate, bodies, answers, ranges.
 *
 * <p>Comes in: requests of HTTP/1.0, HTTP/1.1 and HTTP/2. Goes out: an {@link dev.slipway.base.http.Answer}, always
 * with a Date, and
 * problem details (RFC 9457) where it is a negative one. Specification: RFC 9110 (semantics), RFC 9112 (HTTP/1.1),
 * RFC 9113
 * (HTTP/2). It never redirects, never compresses, never blocks an event loop and knows no path of any door.
 * Read first: {@link dev.slipway.base.http.Listener}, {@link dev.slipway.base.http.RequestLoop},
 * {@link dev.slipway.base.http.FileAnswer}.
 */
@NullMarked
package dev.slipway.base.http;

import org.jspecify.annotations.NullMarked;
