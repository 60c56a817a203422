package dev.slipway.door.activation;

import dev.slipway.core.enroll.activation.ActivationDocument;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Which document a device type gets, by what it takes: the first that suits. A new kind of client is one line here, and
 * a renderer when none of these does.
 */
final class ActivationDocuments {
    private ActivationDocuments() {}

    /** All of them; the Bootloader's names the root key by its fingerprint, Apple's is signed by {@code seal}. */
    static List<ActivationDocument> all(Supplier<String> fingerprint, UnaryOperator<byte[]> seal) {
        return List.of(
                new SettingsDocument("linphone", "linphone-config", "linphone.xml", Optional.of("linphone-config")),
                new SettingsDocument("baresip", "baresip-accounts", "accounts.txt", Optional.empty()),
                new SettingsDocument("iphone", "apple-profile", "settings.mobileconfig", Optional.empty(), seal),
                new AddressDocument("snom", "snom-settings"),
                new AddressDocument("yealink", "yealink-config"),
                new BootloaderDocument(fingerprint));
    }
}
