package dev.slipway.door.phone;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.http.Validated;
import dev.slipway.core.enroll.address.Pinned;
import dev.slipway.core.enroll.requests.Decision.Steps;

/** A file in memory and who may have it; found by the address and the name that it was asked for by. */
final class KeptFile {
    private final Owner owner;
    private final Made made;
    private volatile Caller last;

    /** Given to {@code first}, who was let in. */
    KeptFile(Owner owner, Made made, Caller first) {
        this.owner = owner;
        this.made = made;
        this.last = first;
    }

    /** Whose it is, and who comes for it. */
    record Owner(Id<Tenant> tenant, Id<Device> device, Pinned pinned) {}

    /**
     * The file as it was made.
     *
     * @param edition first 64 bits of the hash of all that was made with it
     * @param serial the number of the last change heard of when its making began
     */
    record Made(Validated answer, long edition, long serial) {}

    /**
     * How somebody came who is known to be the owner.
     *
     * @param steps what to note when the same comes again
     */
    record Caller(String userAgent, String certificate, String from, Steps steps) {
        boolean isSame(String agent, String shown, String address) {
            return userAgent.equals(agent) && certificate.equals(shown) && from.equals(address);
        }
    }

    Owner owner() {
        return owner;
    }

    Made made() {
        return made;
    }

    Caller last() {
        return last;
    }

    void now(Caller caller) {
        last = caller;
    }
}
