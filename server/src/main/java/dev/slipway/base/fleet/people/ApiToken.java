package dev.slipway.base.fleet.people;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import java.time.Instant;
import java.util.Optional;

/**
 * A random token with which an administrator, or a program as one, calls the REST API.
 *
 * @param sha256 32 bytes; the token itself is shown once and not kept
 * @param expires empty for never
 */
public record ApiToken(
        Id<ApiToken> id, Id<Administrator> administrator, String name, Bytes sha256, Optional<Instant> expires)
        implements Identified<ApiToken> {}
