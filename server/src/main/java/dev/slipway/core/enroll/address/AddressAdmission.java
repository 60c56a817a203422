package dev.slipway.core.enroll.address;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAddress;
import dev.slipway.base.fleet.devices.DeviceIdentifier;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.base.fleet.ledger.DeviceView.Identity;
import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.base.identity.DerivedToken;
import dev.slipway.base.identity.TokenKey;
import dev.slipway.base.identity.TokenSubject;
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

    /**
     * Who shows this address; blocks for one look-up.
     *
     * @param file the document whose last edition is wanted with it
     */
    public Verdict admit(String text, String file, Claim claim) {
        Optional<DerivedToken> token = DerivedToken.parse(text).filter(read -> read.id() > 0);
        Optional<DeviceView> found =
                token.flatMap(read -> ledger.lookups().view(new Id<>(read.id()), file));
        return found.map(view -> admit(view, token.orElseThrow(), claim))
                .orElseGet(() -> new TurnedAway(Optional.empty(), "no address of ours"));
    }

    private Verdict admit(DeviceView view, DerivedToken token, Claim claim) {
        Identity identity = view.identity();
        Optional<DeviceAddress> address =
                identity.address().filter(kept -> token.isOf(key, subject(identity.tenant(), kept)));
        if (address.isEmpty()) {
            return new TurnedAway(Optional.empty(), "an address that was never given, or is no longer the device's");
        }
        return refused(identity, claim)
                .<Verdict>map(why -> new TurnedAway(Optional.of(identity.device()), why))
                .orElseGet(() -> pinned(view, address.get(), claim));
    }

    private static Optional<String> refused(Identity identity, Claim claim) {
        return switch (identity.device().state()) {
            case BLOCKED -> Optional.of("the device is blocked");
            case RETIRED -> Optional.of("the device is retired");
            case EXPECTED, ACTIVE -> otherMac(identity.identifiers(), claim);
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

    private Verdict pinned(DeviceView view, DeviceAddress address, Claim claim) {
        Device device = view.identity().device();
        DeviceAddress.Pin now = Pins.of(claim);
        if (address.pin().isPresent()) {
            return Pins.difference(address.pin().get(), now)
                    .<Verdict>map(why -> new TurnedAway(Optional.of(device), why))
                    .orElseGet(() -> new LetIn(view));
        }
        if (!clock.instant().isBefore(address.openUntil())) {
            return new TurnedAway(
                    Optional.of(device), "its first contact came after the window closed at " + address.openUntil());
        }
        boolean first = ledger.note(view.identity().tenant(), stores -> {
            boolean pinned = stores.deviceAddresses().pin(device.id(), now);
            if (pinned) {
                stores.devices().replace(active(device));
            }
            return pinned;
        });
        return first ? new LetIn(view) : new TurnedAway(Optional.of(device), "another one came first at this moment");
    }

    private static Device active(Device device) {
        return new Device(
                device.id(), device.name(), device.type(), device.user(), Device.State.ACTIVE, device.created());
    }
}
