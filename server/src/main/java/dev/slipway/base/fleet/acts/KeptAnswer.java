package dev.slipway.base.fleet.acts;

/**
 * What a POST with an {@code Idempotency-Key} was answered; kept 24 hours.
 *
 * @param requestHash SHA-256 (hex) of method, path and body: the same key with another request is refused
 */
public record KeptAnswer(String key, String requestHash, int status, String body) {}
