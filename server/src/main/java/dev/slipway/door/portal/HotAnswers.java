package dev.slipway.door.portal;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.devices.DeviceDocument;
import dev.slipway.base.http.Answer;
import dev.slipway.base.http.Validated;
import dev.slipway.core.enroll.Admitted;
import java.util.Optional;

/**
 * Answers to polls from memory, on the event loop: no SQL, no lock that waits.
 */
public interface HotAnswers {
    /**
     * The answer to the device of this token, if it is known to be the right one now; empty is never wrong, only
     * slower.
     *
     * @param ifNoneMatch the field as sent, empty text when there was none
     */
    Optional<Answer> bundle(Bytes tokenSha256, String ifNoneMatch);

    /** Begin before the ledger is read: what changes after this is not kept by {@link Making#keep}. */
    Making making();

    /** An answer being made. */
    @FunctionalInterface
    interface Making {
        /** Keeps it for this token, unless something changed meanwhile. */
        void keep(Bytes tokenSha256, Admitted device, DeviceDocument document, Validated answer);
    }
}
