package dev.slipway.core.message;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.messages.Message;
import java.util.Arrays;
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
     * @param octets instead of a body
     */
    public record Text(String subject, String body, Optional<String> link, Optional<Octets> octets) {
        /** A text. */
        public Text(String subject, String body, Optional<String> link) {
            this(subject, body, link, Optional.empty());
        }

        /** No text. */
        public Text(Octets octets) {
            this("", "", Optional.empty(), Optional.of(octets));
        }

        @Override
        public String toString() {
            return body.length() + " characters";
        }
    }

    /**
     * A short message that is no text: 8-bit user data (3GPP TS 23.040, section 9.2.3.24).
     *
     * @param header with its length before it; empty for none
     * @param body what follows it
     */
    public record Octets(Bytes header, Bytes body) {
        /** Octets that one short message holds. */
        public static final int LENGTH_MAX = 140;

        public Octets {
            int length = header.length() + body.length();
            boolean headed = header.length() == 0 || header.toArray()[0] == header.length() - 1;
            if (length == 0 || length > LENGTH_MAX || !headed) {
                throw new IllegalArgumentException("no user data of a short message");
            }
        }

        /** Both, as they travel. */
        public Bytes whole() {
            byte[] all = Arrays.copyOf(header.toArray(), header.length() + body.length());
            System.arraycopy(body.toArray(), 0, all, header.length(), body.length());
            return Bytes.of(all);
        }
    }

    @Override
    public String toString() {
        return "message " + reference;
    }
}
