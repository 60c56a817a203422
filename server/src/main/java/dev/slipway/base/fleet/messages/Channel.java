package dev.slipway.base.fleet.messages;

/** The way a message takes. */
public enum Channel {
    SMS,
    EMAIL
}
