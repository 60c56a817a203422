package dev.slipway.door.relay.limit;

/**
 * What one source, and all together, may take; a source is an IPv4 address or 64 bits of an IPv6 one.
 *
 * @param perSecond new connections of one source, in the long run
 * @param burst new connections of one source at once
 * @param connections of one source at a time
 * @param opening connections of one source that have not said yet what they are
 * @param bytesPerSecond of one source, both directions together; 0 for no limit
 * @param total connections of all sources at a time
 */
public record SourceLimits(int perSecond, int burst, int connections, int opening, long bytesPerSecond, int total) {
    /** Of all connections, this part may still be opening: 20 %. */
    private static final int OPENING_SHARE = 5;

    /** 20 a second and 60 at once, 5,000 at a time, 20 opening, no limit of bytes. */
    public static SourceLimits usual(int total) {
        return new SourceLimits(20, 60, 5_000, 20, 0, total);
    }

    /** The same with another number of connections in total. */
    public SourceLimits with(int otherTotal) {
        return new SourceLimits(perSecond, burst, connections, opening, bytesPerSecond, otherTotal);
    }

    /** At least as many as one source may have. */
    int openingTotal() {
        return Math.max(opening, total / OPENING_SHARE);
    }
}
