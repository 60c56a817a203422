package dev.slipway.core.enroll.address;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAddress;
import dev.slipway.base.fleet.devices.DeviceAddress.Pin;
import dev.slipway.base.fleet.devices.Seen;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.base.fleet.ledger.DeviceView.Identity;
import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.base.identity.DerivedToken;
import dev.slipway.core.enroll.Claim;
import dev.slipway.core.enroll.LastSeen;
import dev.slipway.core.enroll.Source;
import dev.slipway.core.enroll.address.AddressKey.Owner;
import dev.slipway.core.enroll.address.AddressKey.Purpose;
import dev.slipway.core.enroll.address.Verdict.LetIn;
import dev.slipway.core.enroll.address.Verdict.TurnedAway;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lets in devices by their address. The first contact within the window is pinned: from then on the same maker, model,
 * program and certificate must come; a certificate may come later, and then it must. The network is noted and never
 * refused by, since many phones change theirs every night.
 *
 * <p>A device also has a bootstrap address, which may be told to a whole network: it is good for the first contact, and
 * for {@link #GRACE} after it to the device that is pinned then, whose answer may have been lost, or may be in several
 * files.
 */
public final class AddressAdmission {
    /** How long a bootstrap address goes on for the device that came first by it. */
    public static final Duration GRACE = Duration.ofMinutes(2);

    /** A file for a phone is rendered when it is asked for: no edition is looked up with the device. */
    private static final String NO_FILE = "";

    private final Ledger ledger;
    private final AddressKey key;
    private final InstantSource clock;
    private final Consumer<Seen> seen;

    /**
     * Admission by addresses derived from {@code key}.
     *
     * @param seen told of every device that is let in
     */
    public AddressAdmission(Ledger ledger, AddressKey key, InstantSource clock, Consumer<Seen> seen) {
        this.ledger = ledger;
        this.key = key;
        this.clock = clock;
        this.seen = seen;
    }

    /** The secret part of an address; whoever has it is let in. */
    public String text(Id<Tenant> tenant, DeviceAddress address) {
        return key.text(owner(tenant, address), Purpose.OWN);
    }

    /** The secret part of a bootstrap address; whoever comes first with it is let in. */
    String bootstrap(Id<Tenant> tenant, DeviceAddress address) {
        return key.text(owner(tenant, address), Purpose.BOOTSTRAP);
    }

    private static Owner owner(Id<Tenant> tenant, DeviceAddress address) {
        return new Owner(tenant, address.device(), address.generation());
    }

    /** Who shows this address; blocks for one look-up. */
    public Verdict admit(String text, Claim claim) {
        Optional<DerivedToken> token = AddressKey.parse(text);
        Optional<DeviceView> found = token.flatMap(read -> ledger.lookups().view(new Id<>(read.id()), NO_FILE));
        return found.map(view -> admit(view, token.orElseThrow(), claim))
                .orElseGet(() -> new TurnedAway(Optional.empty(), KnownAddresses.WRONG));
    }

    private Verdict admit(DeviceView view, DerivedToken token, Claim claim) {
        Identity identity = view.identity();
        Optional<Purpose> purpose =
                identity.address().flatMap(kept -> key.purpose(token, owner(identity.tenant(), kept)));
        if (purpose.isEmpty()) {
            return new TurnedAway(Optional.empty(), "an address that was never given, or is no longer the device's");
        }
        DeviceAddress address = identity.address().orElseThrow();
        Optional<String> why = refused(identity, claim)
                .or(() -> address.pin().isPresent()
                        ? again(identity.tenant(), address, new Shown(purpose.get(), claim))
                        : first(identity, address, claim));
        return why.<Verdict>map(said -> new TurnedAway(Optional.of(identity.device()), said))
                .orElseGet(() -> letIn(view, address, claim));
    }

    private static Optional<String> refused(Identity identity, Claim claim) {
        return switch (identity.device().state()) {
            case BLOCKED -> Optional.of("the device is blocked");
            case RETIRED -> Optional.of("the device is retired");
            case EXPECTED, ACTIVE -> Pinned.otherMac(identity, claim);
        };
    }

    private record Shown(Purpose purpose, Claim claim) {}

    /**
     * Why a device that is pinned is not let in, if so. One that proves itself by a certificate from now on must do so
     * ever after.
     */
    private Optional<String> again(Id<Tenant> tenant, DeviceAddress address, Shown shown) {
        if (shown.purpose == Purpose.BOOTSTRAP && isClosed(address)) {
            return Optional.of("its bootstrap address was used up by its first contact");
        }
        Pin first = address.pin().orElseThrow();
        Pin now = Pins.of(shown.claim);
        if (Pins.isProvenNow(first, now)) {
            ledger.note(tenant, stores -> stores.deviceAddresses().certify(address.device(), now.certificate()));
            return Optional.empty();
        }
        return Pins.difference(first, now);
    }

    /** Why a first contact is not let in, if so; one that is let in is pinned. */
    private Optional<String> first(Identity identity, DeviceAddress address, Claim claim) {
        if (isClosed(address)) {
            return Optional.of("its first contact came after the window closed at " + address.openUntil());
        }
        Device device = identity.device();
        boolean first = ledger.note(identity.tenant(), stores -> {
            boolean pinned = stores.deviceAddresses()
                    .pin(device.id(), Pins.of(claim), clock.instant().plus(GRACE));
            if (pinned) {
                stores.devices().replace(device.in(Device.State.ACTIVE));
            }
            return pinned;
        });
        return first ? Optional.empty() : Optional.of("another device came first at this moment");
    }

    private boolean isClosed(DeviceAddress address) {
        return !clock.instant().isBefore(address.openUntil());
    }

    private LetIn letIn(DeviceView view, DeviceAddress address, Claim claim) {
        Source source = claim.source();
        Identity identity = view.identity();
        seen.accept(new Seen(
                identity.tenant(),
                identity.device().id(),
                clock.instant(),
                source.address(),
                LastSeen.shortened(source.userAgent())));
        return new LetIn(view, text(identity.tenant(), address));
    }
}
