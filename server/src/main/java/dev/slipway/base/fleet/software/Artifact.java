package dev.slipway.base.fleet.software;

/**
 * One stored file: its bytes are found by their hash.
 *
 * @param sha256 64 hex digits, lower case
 * @param length bytes
 * @param fileName as shown to people; never a path
 */
public record Artifact(String sha256, long length, String mediaType, String fileName) {}
