package dev.slipway.door.gateway.smpp;

import dev.slipway.core.message.Outcome;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** What the command_status of a center means for a message (SMPP 3.4, section 5.1.3). */
final class SmppStatus {
    private enum Kind {
        /** Nothing was sent, and later it may be. */
        LATER,
        /** Nobody may send until an administrator mends it. */
        BROKEN,
        /** This message is never sent. */
        NEVER
    }

    private record Meaning(Kind kind, String words) {}

    private static final Map<Integer, Meaning> MEANINGS = Map.ofEntries(
            Map.entry(0x01, new Meaning(Kind.NEVER, "message length is invalid")),
            Map.entry(0x04, new Meaning(Kind.LATER, "not bound")),
            Map.entry(0x08, new Meaning(Kind.LATER, "system error")),
            Map.entry(0x0A, new Meaning(Kind.NEVER, "source address is invalid")),
            Map.entry(0x0B, new Meaning(Kind.NEVER, "destination address is invalid")),
            Map.entry(0x0D, new Meaning(Kind.BROKEN, "bind failed")),
            Map.entry(0x0E, new Meaning(Kind.BROKEN, "password is invalid")),
            Map.entry(0x0F, new Meaning(Kind.BROKEN, "system id is invalid")),
            Map.entry(0x14, new Meaning(Kind.LATER, "message queue is full")),
            Map.entry(0x43, new Meaning(Kind.NEVER, "esm_class is invalid")),
            Map.entry(0x45, new Meaning(Kind.NEVER, "submit failed")),
            Map.entry(0x58, new Meaning(Kind.LATER, "throttled")),
            Map.entry(0x64, new Meaning(Kind.LATER, "temporary error of the receiver")));

    private SmppStatus() {}

    /** Any other status is one of this message. */
    static Outcome outcome(int status) {
        Meaning meaning = MEANINGS.getOrDefault(status, new Meaning(Kind.NEVER, "refused"));
        String reason = "%s (0x%s)".formatted(meaning.words(), HexFormat.of().toHexDigits(status, 8));
        return switch (meaning.kind()) {
            case LATER -> new Outcome.NotSent(reason, Optional.empty());
            case BROKEN -> new Outcome.Broken(reason);
            case NEVER -> new Outcome.Refused(reason);
        };
    }
}
