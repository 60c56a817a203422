package dev.slipway.door.activation;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.core.enroll.activation.ActivationDocument;
import dev.slipway.core.enroll.activation.Standing.Guest;
import dev.slipway.core.settings.document.Edition;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the Bootloader is opened with: where to log on, whom to trust, and a ticket, so that it asks nothing. Its log-on
 * redeems the ticket, since a browser fetches the document (docs/reference/bootloader-protocol.md).
 *
 * @param fingerprint of the root key
 */
record BootloaderDocument(Supplier<String> fingerprint) implements ActivationDocument {
    private static final String MEDIA_TYPE = "application/vnd.slipway.activation+json";
    private static final int VERSION = 1;

    @Override
    public String name() {
        return "bootloader";
    }

    @Override
    public String file() {
        return "activation.slipway";
    }

    /** Types that take artifacts for any machine with Java. */
    @Override
    public boolean suits(DeviceType type) {
        return type.takes().contains("any");
    }

    @Override
    public Optional<String> scheme() {
        return Optional.empty();
    }

    @Override
    public boolean redeems() {
        return false;
    }

    @Override
    public Written write(Guest guest, Secret ticket, Optional<Edition> edition) {
        var document = new JsonObject()
                .put("slipway_activation", VERSION)
                .put("url", guest.tenant().publicUrl().toString())
                .put("key", fingerprint.get())
                .put("ticket", ticket.reveal())
                .put("alias", guest.tenant().alias());
        return new Written(MEDIA_TYPE, Bytes.of(document.encode().getBytes(StandardCharsets.UTF_8)));
    }
}
