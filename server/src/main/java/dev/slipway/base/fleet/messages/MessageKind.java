package dev.slipway.base.fleet.messages;

/** What a message is for; each kind has its templates. */
public enum MessageKind {
    /** Leads to the page where the client is installed. */
    INSTALLATION,
    /** Brings the one-time link that activates it. */
    ACTIVATION,
    /** Brings the line that an empty device learns its server from. */
    BOOTSTRAP,
    /** Shows that a gateway works. */
    TEST
}
