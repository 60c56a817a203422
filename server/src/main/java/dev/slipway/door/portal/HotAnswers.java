package dev.slipway.door.portal;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.DeviceDocument;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.base.http.Answer;
import dev.slipway.base.http.Validated;
import dev.slipway.core.enroll.Admitted;
import dev.slipway.core.enroll.Source;
import java.util.Optional;

/**
 * Answers to polls from memory, on the event loop: no SQL, no lock that waits.
 */
interface HotAnswers {
    /**
     * The answer to the device of this token, if it is known to be the right one now; empty is never wrong, only
     * slower. A stranger who comes when too many do is answered that at once.
     */
    Optional<Answer> bundle(Poll poll);

    /**
     * The tenant of the device of this token, if nothing changed for that device since it was last looked up: it was
     * let in then and is now. Empty is never wrong, only slower.
     */
    Optional<Id<Tenant>> tenant(Bytes tokenSha256);

    /** Notes that this device, which memory did not know, was here. */
    void here(Admitted device, Source source);

    /** Notes that somebody was told to come again. */
    void late();

    /** This token admits nobody: memory need not keep a device for it. */
    void forget(Bytes tokenSha256);

    /** Begin before the ledger is read: what changes after this is not kept by {@link Making#keep}. */
    Making making();

    /** An answer being made. */
    @FunctionalInterface
    interface Making {
        /** Keeps it for this token, unless something changed meanwhile. */
        void keep(Bytes tokenSha256, DeviceView view, DeviceDocument document, Validated answer);
    }
}
