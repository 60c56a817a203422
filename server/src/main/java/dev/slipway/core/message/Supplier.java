package dev.slipway.core.message;

import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Whoever carries messages, or a way to reach several of them. A door brings one for each interface it speaks. */
public interface Supplier {
    /** What administrators call it, such as {@code vonage}. */
    String name();

    /** One line for a person who chooses. */
    String about();

    Channel channel();

    /** What its gateways are told, in the order in which a person fills it in. */
    List<Field> fields();

    /** What that gateway can carry. */
    Carries carries(GatewaySetup setup);

    /** A gateway as it was set up. Refuses {@code gateway.field-invalid} what cannot be. */
    MessageGateway open(GatewaySetup setup);

    /**
     * The same, for suppliers that tell of receipts by the connection that messages are given to.
     *
     * @param receipts notes one; false when no message has that reference
     */
    default MessageGateway open(GatewaySetup setup, Predicate<Receipt> receipts) {
        return open(setup);
    }

    /** What an administrator is reminded of as long as it is set up so; empty for nothing. */
    Optional<String> warning(GatewaySetup setup);

    /**
     * What a call of the receipts' address says; empty when it says nothing that can be understood.
     *
     * @param said the parameters of the call, or the members of its JSON body by their path
     */
    Optional<Receipt> receipt(GatewaySetup setup, Map<String, String> said, Instant at);

    /**
     * What a gateway can carry beyond a text that fits into one short message.
     *
     * @param partsMax most short messages of one text in GSM 7
     * @param wideMax the same of one in UCS-2
     * @param binary messages that are no text
     * @param header such with a user data header of their own
     * @param receipts whether it tells what became of a message
     */
    record Carries(int partsMax, int wideMax, boolean binary, boolean header, boolean receipts) {
        /** All that short messages can be; they are parted here. */
        public static final Carries EVERYTHING = new Carries(255, 255, true, true, true);

        /** What e-mail needs of these: nothing. */
        public static final Carries LETTERS = new Carries(0, 0, false, false, false);

        public Carries {
            if (partsMax < 0 || wideMax < 0 || (header && !binary)) {
                throw new IllegalArgumentException("a header stands before binary messages only");
            }
        }
    }

    /**
     * One thing that a gateway is told.
     *
     * @param fallback what counts when it is left out; empty when it has to be given or may be missing
     */
    record Field(String name, boolean needed, boolean secret, String fallback, String about) {}
}
