package dev.slipway.core.enroll.activation;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.core.settings.document.Edition;
import java.util.Optional;

/**
 * The document behind the button, whose media type opens the right program; a door brings one for each kind of client
 * (DESIGN section 4).
 */
public interface ActivationDocument {
    /** As in the form of the page. */
    String name();

    /** The last part of its address. */
    String file();

    /** Whether devices of that type take it. */
    boolean suits(DeviceType type);

    /**
     * The scheme that opens its program, in front of the address, such as {@code linphone-config}; empty when its
     * media type does.
     */
    Optional<String> scheme();

    /**
     * Whether fetching it redeems the ticket. A document that is fetched by a browser and logs on by itself does not:
     * its ticket is redeemed by that log-on.
     */
    boolean redeems();

    /**
     * Its bytes.
     *
     * @param edition the files of the device that was made for it; there exactly when {@link #redeems}
     * @throws dev.slipway.base.fleet.Refusal when its settings cannot be written
     */
    Written write(Standing.Guest guest, Secret ticket, Optional<Edition> edition);

    /** The bytes, and what they are. */
    record Written(String mediaType, Bytes body) {}
}
