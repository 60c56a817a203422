package dev.slipway.core.enroll.address;

import dev.slipway.core.enroll.Claim;
import java.util.List;
import java.util.Optional;

/** The MAC address that a client certificate proves, against the device's own, or else against what the claim says. */
final class ProvenMac {
    /** Field of a claim: 12 hexadecimal digits, lower case; absent or empty when nothing is proven. */
    private static final String FIELD = "certificate_mac";

    private ProvenMac() {}

    /** That it is another one, in words. */
    static Optional<String> other(List<String> own, Claim claim) {
        List<String> expected = own.isEmpty() ? Pins.macs(claim) : own;
        return Optional.ofNullable(claim.fields().get(FIELD))
                .filter(proven -> !proven.isEmpty() && !expected.isEmpty() && !expected.contains(proven))
                .map(proven -> "its certificate is the one of another MAC address: " + proven);
    }
}
