package dev.slipway.door.activation;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.core.enroll.activation.ActivationDocument;
import dev.slipway.core.enroll.activation.Standing.Guest;
import dev.slipway.core.settings.document.Document;
import dev.slipway.core.settings.document.Edition;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The settings file of a softphone as its first document. It names the device's own address, by which the program
 * comes again.
 *
 * @param format as a device type names it among what it takes
 * @param scheme see {@link ActivationDocument#scheme}
 * @param seal signs it, where the program wants that
 */
record SettingsDocument(String name, String format, String file, Optional<String> scheme, UnaryOperator<byte[]> seal)
        implements ActivationDocument {
    /** One that is given as it is. */
    SettingsDocument(String name, String format, String file, Optional<String> scheme) {
        this(name, format, file, scheme, UnaryOperator.identity());
    }

    @Override
    public boolean suits(DeviceType type) {
        return type.takes().contains(format);
    }

    @Override
    public boolean redeems() {
        return true;
    }

    @Override
    public Written write(Guest guest, Secret ticket, Optional<Edition> edition) {
        Edition files = edition.orElseThrow();
        Document document = files.file(files.form().entry());
        return new Written(
                document.mediaType(), Bytes.of(seal.apply(document.body().toArray())));
    }
}
