package dev.slipway.door.activation;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.core.enroll.activation.ActivationDocument;
import dev.slipway.core.enroll.activation.Standing.Guest;
import dev.slipway.core.settings.document.Edition;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A page with the address that is typed into a desk phone, which opens no links itself.
 *
 * @param format as a device type names it among what it takes
 */
record AddressDocument(String name, String format) implements ActivationDocument {
    @Override
    public String file() {
        return name + "-address.html";
    }

    @Override
    public boolean suits(DeviceType type) {
        return type.takes().contains(format);
    }

    @Override
    public Optional<String> scheme() {
        return Optional.empty();
    }

    @Override
    public boolean redeems() {
        return true;
    }

    @Override
    public Written write(Guest guest, Secret ticket, Optional<Edition> edition) {
        Edition files = edition.orElseThrow();
        Language language = Language.of("", guest.user().person().locale(), "");
        var frame = new Frame(language, guest.tenant().alias(), guest.tenant().publicUrl(), Optional.empty());
        String page =
                Pages.address(frame, name, files.order().address(files.form().entry()));
        return new Written("text/html; charset=utf-8", Bytes.of(page.getBytes(StandardCharsets.UTF_8)));
    }
}
