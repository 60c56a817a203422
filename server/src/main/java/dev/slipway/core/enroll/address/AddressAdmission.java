package dev.slipway.core.enroll.address;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAddress;
import dev.slipway.base.fleet.devices.DeviceIdentifier;
import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.base.fleet.ledger.Lookups.Owned;
import dev.slipway.base.identity.DerivedToken;
import dev.slipway.base.identity.TokenKey;
import dev.slipway.base.identity.TokenSubject;
import dev.slipway.core.enroll.Admitted;
import dev.slipway.core.enroll.Claim;
import dev.slipway.core.enroll.address.Verdict.LetIn;
import dev.slipway.core.enroll.address.Verdict.TurnedAway;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Lets in devices by their address. The first contact within the window is pinned: from then on the same maker, model,
 * program and certificate must come. The network is noted and never refused by, since many phones change theirs every
 * night.
 */
public final class AddressAdmission {
    private static final String PURPOSE = "device-address";
    private static final String MAC = "mac";

    private final Ledger ledger;
    private final TokenKey key;
    private final InstantSource clock;

    /** Admission by addresses derived from {@code key}. */
    public AddressAdmission(Ledger ledger, TokenKey key, InstantSource clock) {
        this.ledger = ledger;
        this.key = key;
        this.clock = clock;
    }

    /** The secret part of an address; whoever has it is let in. */
    public String text(Id<Tenant> tenant, DeviceAddress address) {
        return DerivedToken.of(key, subject(tenant, address)).text();
    }

    private static TokenSubject subject(Id<Tenant> tenant, DeviceAddress address) {
        return new TokenSubject(PURPOSE, tenant.value(), address.device().value(), address.generation());
    }

    /** Who shows this address; blocks. */
    public Verdict admit(String text, Claim claim) {
        Optional<DerivedToken> token = DerivedToken.parse(text).filter(read -> read.id() > 0);
        Optional<Owned<Device>> found = token.flatMap(read -> ledger.lookups().device(new Id<>(read.id())));
        return found.map(owned -> admit(owned, token.orElseThrow(), claim))
                .orElseGet(() -> new TurnedAway(Optional.empty(), "no address of ours"));
    }

    private Verdict admit(Owned<Device> owned, DerivedToken token, Claim claim) {
        Look look = ledger.read(
                owned.tenant(),
                stores -> new Look(
                        stores.deviceAddresses().find(owned.record().id()),
                        stores.devices().identifiers(owned.record().id())));
        Optional<DeviceAddress> address = look.address.filter(kept -> token.isOf(key, subject(owned.tenant(), kept)));
        if (address.isEmpty()) {
            return new TurnedAway(Optional.empty(), "an address that was never given, or is no longer the device's");
        }
        return refused(owned.record(), look, claim)
                .<Verdict>map(why -> new TurnedAway(Optional.of(owned), why))
                .orElseGet(() -> pinned(owned, address.get(), claim));
    }

    /** What the ledger says of a device. */
    private record Look(Optional<DeviceAddress> address, List<DeviceIdentifier> identifiers) {}

    private static Optional<String> refused(Device device, Look look, Claim claim) {
        return switch (device.state()) {
            case BLOCKED -> Optional.of("the device is blocked");
            case RETIRED -> Optional.of("the device is retired");
            case EXPECTED, ACTIVE -> otherMac(look.identifiers, claim);
        };
    }

    private static Optional<String> otherMac(List<DeviceIdentifier> kept, Claim claim) {
        List<DeviceIdentifier> ours = ofMac(kept);
        List<DeviceIdentifier> said = ofMac(claim.identifiers());
        return ours.isEmpty() || said.isEmpty() || said.stream().anyMatch(ours::contains)
                ? Optional.empty()
                : Optional.of("it says another MAC address than the device's: "
                        + said.getFirst().value());
    }

    private static List<DeviceIdentifier> ofMac(List<DeviceIdentifier> identifiers) {
        return identifiers.stream()
                .filter(identifier -> identifier.kind().equals(MAC))
                .toList();
    }

    private Verdict pinned(Owned<Device> owned, DeviceAddress address, Claim claim) {
        DeviceAddress.Pin now = Pins.of(claim);
        if (address.pin().isPresent()) {
            return Pins.difference(address.pin().get(), now)
                    .<Verdict>map(why -> new TurnedAway(Optional.of(owned), why))
                    .orElseGet(() -> letIn(owned));
        }
        if (!clock.instant().isBefore(address.openUntil())) {
            return new TurnedAway(
                    Optional.of(owned), "its first contact came after the window closed at " + address.openUntil());
        }
        boolean first = ledger.note(owned.tenant(), stores -> {
            boolean pinned = stores.deviceAddresses().pin(owned.record().id(), now);
            if (pinned) {
                stores.devices().replace(active(owned.record()));
            }
            return pinned;
        });
        return first ? letIn(owned) : new TurnedAway(Optional.of(owned), "another device came first at this moment");
    }

    private static LetIn letIn(Owned<Device> owned) {
        return new LetIn(new Admitted(owned.tenant(), active(owned.record())));
    }

    private static Device active(Device device) {
        return new Device(
                device.id(), device.name(), device.type(), device.user(), Device.State.ACTIVE, device.created());
    }
}
