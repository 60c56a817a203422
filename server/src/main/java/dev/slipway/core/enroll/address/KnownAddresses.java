package dev.slipway.core.enroll.address;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.identity.DerivedToken;
import dev.slipway.core.enroll.Claim;
import dev.slipway.core.enroll.address.AddressKey.Owner;
import dev.slipway.core.enroll.address.AddressKey.Purpose;
import dev.slipway.core.enroll.roster.Roster;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** What memory can tell of an address, without SQL; see {@link AddressAdmission} for what it cannot. */
public final class KnownAddresses {
    /** Why somebody is turned away who shows none. */
    public static final String WRONG = "no address of ours";

    private final Roster roster;
    private final AddressKey key;
    private final InstantSource clock;

    /** Of the devices that {@code roster} knows. */
    public KnownAddresses(Roster roster, AddressKey key, InstantSource clock) {
        this.roster = roster;
        this.key = key;
        this.clock = clock;
    }

    /** What is remembered. */
    public sealed interface Recall {}

    /** No address of ours: whoever shows it is turned away. */
    public record Wrong() implements Recall {}

    /**
     * Only SQL can tell.
     *
     * @param stranger whether the device that it names is not in memory at all
     */
    public record Unsure(boolean stranger) implements Recall {}

    /** The device's own, shown by who is pinned. */
    public record Own(Id<Tenant> tenant, Id<Device> device, Roster.Known known) implements Recall {}

    /** What is remembered of this address; {@code claim} is asked for only when it is the device's. */
    public Recall recall(String text, Supplier<Claim> claim) {
        Optional<DerivedToken> token = AddressKey.parse(text);
        if (token.isEmpty()) {
            return new Wrong();
        }
        Id<Device> device = new Id<>(token.get().id());
        return roster.known(device, clock.instant().getEpochSecond())
                .map(known -> recall(token.get(), device, known, claim))
                .orElseGet(() -> new Unsure(!roster.knows(device)));
    }

    private Recall recall(DerivedToken token, Id<Device> device, Roster.Known known, Supplier<Claim> claim) {
        Id<Tenant> tenant = new Id<>(known.tenant());
        int generation = known.address().generation();
        if (generation == 0) {
            return new Unsure(false);
        }
        return key.purpose(token, new Owner(tenant, device, generation))
                .<Recall>map(purpose -> purpose == Purpose.OWN && Pins.fits(known.address(), claim.get())
                        ? new Own(tenant, device, known)
                        : new Unsure(false))
                .orElseGet(Wrong::new);
    }
}
