package dev.slipway.core.enroll.address;

import dev.slipway.base.fleet.devices.DeviceAddress.Pin;
import dev.slipway.base.fleet.devices.DeviceIdentifier;
import dev.slipway.core.enroll.Claim;
import dev.slipway.core.enroll.roster.RosterRow.Address;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is pinned of a claim, and whether a later one is the same device. */
final class Pins {
    /** The kind of identifier that a phone says. */
    static final String MAC = "mac";

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

    /** A device that says a MAC address says one of its own. */
    static Optional<String> otherMac(List<String> own, Claim claim) {
        List<String> said = macs(claim);
        return own.isEmpty() || said.isEmpty() || said.stream().anyMatch(own::contains)
                ? Optional.empty()
                : Optional.of("it says another MAC address than the device's: " + said.getFirst());
    }

    /** Whether a claim is that of the device of which memory keeps so much; false when only SQL can tell. */
    static boolean fits(Address kept, Claim claim) {
        return kept.pin() == Address.pin(of(claim))
                && kept.mac() != Address.SEVERAL
                && macs(claim).stream().allMatch(mac -> kept.mac() == 0 || kept.mac() == Address.mac(mac));
    }

    static List<String> macs(Claim claim) {
        return claim.identifiers().stream()
                .filter(identifier -> identifier.kind().equals(MAC))
                .map(DeviceIdentifier::value)
                .toList();
    }
}
