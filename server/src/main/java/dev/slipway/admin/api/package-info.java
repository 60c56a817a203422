/**
 * The REST API: {@code /api/v1/...}, described by {@code openapi.json} beside this package and checked against the
 * routes.
 *
 * <p>Comes in: JSON with a bearer token (RFC 6750). Goes out: JSON, or problem details (RFC 9457) with a stable code.
 * Never: a decision about rights (that is {@code admin.act}'s); a secret, but the one that a request just made.
 * Read first: {@link dev.slipway.admin.api.AdminApi}, {@link dev.slipway.admin.api.Route},
 * {@link dev.slipway.admin.api.RecordRoutes}.
 */
@NullMarked
package dev.slipway.admin.api;

import org.jspecify.annotations.NullMarked;
