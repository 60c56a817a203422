package dev.slipway.door.phone;

import dev.slipway.base.http.clients.ClientCertificate;
import dev.slipway.door.phone.recognition.UserAgents;
import java.util.List;
import java.util.Optional;

/**
 * What a phone proves by its client certificate. Makers put the MAC address into the subject of a certificate that one
 * phone has alone (snom, Yealink and Poly as common name); one that names none is shared by all phones without their
 * own, such as Yealink's generic one, and proves nothing.
 *
 * @param sha256 empty when nothing is proven
 * @param mac 12 hexadecimal digits, lower case; empty when nothing is proven
 * @param words for an administrator; empty when no certificate was shown
 */
record PhoneCertificate(String sha256, String mac, String words) {
    private static final PhoneCertificate NONE = new PhoneCertificate("", "", "");

    static PhoneCertificate of(Optional<ClientCertificate> shown) {
        return shown.map(PhoneCertificate::of).orElse(NONE);
    }

    private static PhoneCertificate of(ClientCertificate shown) {
        if (shown.doubt().isPresent()) {
            return nothing(shown.doubt().get());
        }
        List<String> macs = shown.names().stream()
                .map(UserAgents::macIn)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return macs.size() == 1
                ? new PhoneCertificate(shown.sha256(), macs.getFirst(), "the certificate of " + macs.getFirst())
                : nothing("its subject names no single MAC address, so that other phones may have the same");
    }

    private static PhoneCertificate nothing(String why) {
        return new PhoneCertificate("", "", "a certificate that proves nothing: " + why);
    }
}
