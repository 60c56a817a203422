package dev.slipway.core.message;

import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.Message;
import dev.slipway.base.wire.sms.SmsText;
import java.util.Optional;

/**
 * What a message needs a gateway to carry.
 *
 * @param parts short messages of its text; 0 as long as it is not written
 * @param wide whether they are in UCS-2
 */
record Need(int parts, boolean wide, boolean binary, boolean header) {
    static final Need NOTHING = new Need(0, false, false, false);

    /** What is known of it before its text is made. */
    static Need of(Message.Content content) {
        return UserOctets.of(content).map(Need::of).orElse(NOTHING);
    }

    static Need of(Outgoing.Text text, Channel channel) {
        if (text.octets().isPresent()) {
            return of(text.octets().get());
        }
        if (channel != Channel.SMS) {
            return NOTHING;
        }
        SmsText sms = SmsText.of(text.body());
        return new Need(sms.parts().size(), sms.alphabet() == SmsText.Alphabet.UCS_2, false, false);
    }

    private static Need of(Outgoing.Octets octets) {
        return new Need(1, false, true, octets.header().length() > 0);
    }

    /** What such a gateway cannot do of it, in words; empty when it can carry it. */
    Optional<String> lacking(Supplier.Carries carries) {
        if (binary && !carries.binary()) {
            return Optional.of("binary messages");
        }
        if (header && !carries.header()) {
            return Optional.of("binary messages with a header of their own");
        }
        int most = Math.max(1, wide ? carries.wideMax() : carries.partsMax());
        return !binary && parts > most
                ? Optional.of("a text of %d short messages%s".formatted(parts, wide ? " in UCS-2" : ""))
                : Optional.empty();
    }
}
