package dev.slipway.base.fleet.messages;

/**
 * A template of a tenant's own.
 *
 * @param subject of an e-mail; empty for an SMS
 */
public record Wording(Key key, String subject, String text) {
    /**
     * Which template it is.
     *
     * @param language a language tag in lower case, such as {@code de} or {@code de-ch}
     */
    public record Key(MessageKind kind, Channel channel, String language) {}
}
