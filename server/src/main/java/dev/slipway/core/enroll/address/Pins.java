package dev.slipway.core.enroll.address;

import dev.slipway.base.fleet.devices.DeviceAddress.Pin;
import dev.slipway.core.enroll.Claim;
import java.util.Optional;
import java.util.stream.Stream;

/** What is pinned of a claim, and whether a later one is the same device. */
final class Pins {
    private Pins() {}

    static Pin of(Claim claim) {
        return new Pin(
                text(claim, "maker"),
                text(claim, "model"),
                text(claim, "program"),
                claim.source().network(),
                text(claim, "certificate"));
    }

    private static String text(Claim claim, String field) {
        return claim.fields().getOrDefault(field, "");
    }

    /** What differs, in words; the network may. */
    static Optional<String> difference(Pin first, Pin now) {
        return Stream.of(
                        difference("maker", first.maker(), now.maker()),
                        difference("model", first.model(), now.model()),
                        difference("program", first.program(), now.program()),
                        difference("certificate", first.certificate(), now.certificate()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whether it is the same device that proves by a certificate now, and did not at first. */
    static boolean isProvenNow(Pin first, Pin now) {
        var proven = new Pin(first.maker(), first.model(), first.program(), first.network(), now.certificate());
        return first.certificate().isEmpty()
                && !now.certificate().isEmpty()
                && difference(proven, now).isEmpty();
    }

    private static Optional<String> difference(String what, String first, String now) {
        return first.equals(now)
                ? Optional.empty()
                : Optional.of("its %s was \"%s\" at first and is \"%s\" now; open its address anew if that is right"
                        .formatted(what, first, now));
    }
}
