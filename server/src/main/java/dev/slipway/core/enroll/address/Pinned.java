package dev.slipway.core.enroll.address;

import dev.slipway.base.fleet.devices.DeviceAddress;
import dev.slipway.base.fleet.devices.DeviceAddress.Pin;
import dev.slipway.base.fleet.devices.DeviceIdentifier;
import dev.slipway.base.fleet.ledger.DeviceView.Identity;
import dev.slipway.core.enroll.Claim;
import java.util.List;
import java.util.Optional;

/**
 * Who comes by an address since its first contact.
 *
 * @param macs 12 hexadecimal digits each
 */
public record Pinned(Pin pin, List<String> macs) {
    public Pinned {
        macs = List.copyOf(macs);
    }

    /** Of a claim that is known to be the device's. */
    public static Pinned of(Claim claim) {
        return new Pinned(Pins.of(claim), Pins.macs(claim));
    }

    /** Of a device that was looked up; empty before its first contact. */
    public static Optional<Pinned> of(Identity identity) {
        return identity.address().flatMap(DeviceAddress::pin).map(pin -> new Pinned(pin, macs(identity)));
    }

    private static List<String> macs(Identity identity) {
        return identity.identifiers().stream()
                .filter(identifier -> identifier.kind().equals(Pins.MAC))
                .map(DeviceIdentifier::value)
                .toList();
    }

    /** What a claim says otherwise, in words. */
    public Optional<String> difference(Claim claim) {
        return otherMac(macs, claim).or(() -> Pins.difference(pin, Pins.of(claim)));
    }

    /** That it says, or proves, another MAC address than the device's, in words. */
    static Optional<String> otherMac(Identity identity, Claim claim) {
        return otherMac(macs(identity), claim);
    }

    private static Optional<String> otherMac(List<String> macs, Claim claim) {
        return Pins.otherMac(macs, claim).or(() -> ProvenMac.other(macs, claim));
    }
}
