package dev.slipway.base.http;

import java.time.Instant;
import java.util.Optional;

/**
 * By what a caller knows whether it has this representation already (RFC 9110, section 8.8).
 *
 * @param length bytes
 * @param etag strong, opaque, without quotes
 * @param modified when the bytes last changed; whole seconds count
 */
public record Validators(long length, String etag, Optional<Instant> modified) {}
