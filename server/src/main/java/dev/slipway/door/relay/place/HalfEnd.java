package dev.slipway.door.relay.place;

/** What is written to a channel that is no socket to end its output. */
public enum HalfEnd {
    /** There is one. */
    OUTPUT
}
