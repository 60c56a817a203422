package dev.slipway.core.message;

import dev.slipway.base.fleet.messages.Message;
import java.util.Optional;

/**
 * A message as a gateway is given it. Its text form shows nothing of what it says.
 *
 * @param reference ours, unique and the same at every attempt
 * @param text made for this one attempt
 * @param receipts address where the supplier may tell what became of it; a secret
 */
public record Outgoing(String reference, Message.Recipient to, Text text, String receipts) {
    /**
     * What it says.
     *
     * @param subject empty for an SMS
     * @param link the one it is about, to be shown as a QR code where pictures are possible
     */
    public record Text(String subject, String body, Optional<String> link) {
        @Override
        public String toString() {
            return body.length() + " characters";
        }
    }

    @Override
    public String toString() {
        return "message " + reference;
    }
}
