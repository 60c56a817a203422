package dev.slipway.core.enroll.address;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAddress;
import dev.slipway.base.fleet.devices.DeviceIdentifier;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.core.settings.document.DocumentRenderer;
import dev.slipway.core.settings.document.Documents;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Where an empty device may be sent that says no more than its MAC address: nowhere, unless an administrator expects
 * it,
 * has opened its window, and nobody came yet (DESIGN section 4, Bootstrap). Everybody in its network can say a MAC
 * address, so what it is told is worthless after the first contact.
 */
public final class Bootstraps {
    private final Ledger ledger;
    private final AddressAdmission addresses;
    private final Documents documents;
    private final InstantSource clock;

    /** Bootstraps to the files of {@code documents}. */
    public Bootstraps(Ledger ledger, AddressAdmission addresses, Documents documents, InstantSource clock) {
        this.ledger = ledger;
        this.addresses = addresses;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * Where to send it.
     *
     * @param type of the device that is expected
     * @param directory of its bootstrap address; ends with a slash; a secret until it was used
     * @param file the main file below it
     */
    public record Bootstrap(Id<Device> device, DeviceType type, URI directory, String file) {}

    /**
     * Where the device of this MAC address is sent; blocks.
     *
     * @param mac 12 hexadecimal digits, lower case
     */
    public Optional<Bootstrap> of(Id<Tenant> tenant, String mac) {
        return ledger.read(tenant, stores -> stores.devices()
                .identified(new DeviceIdentifier("mac", mac))
                .filter(device -> device.state() == Device.State.EXPECTED)
                .flatMap(device -> stores.deviceAddresses()
                        .find(device.id())
                        .filter(this::isOpen)
                        .flatMap(address -> bootstrap(stores, device, address))));
    }

    private boolean isOpen(DeviceAddress address) {
        return address.pin().isEmpty() && clock.instant().isBefore(address.openUntil());
    }

    private Optional<Bootstrap> bootstrap(Stores stores, Device device, DeviceAddress address) {
        Optional<DeviceType> type = stores.deviceTypes().find(device.type());
        Optional<DocumentRenderer> renderer = type.flatMap(documents::of);
        return renderer.map(form -> new Bootstrap(
                device.id(),
                type.orElseThrow(),
                documents.directory(stores.tenant(), addresses.bootstrap(stores.tenant(), address)),
                form.entry()));
    }
}
