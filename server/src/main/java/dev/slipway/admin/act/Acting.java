package dev.slipway.admin.act;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.ledger.Stores;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The inside of one act: its transaction, and on whose behalf it runs.
 *
 * @param reach what the caller may act on
 */
public record Acting(Stores stores, Caller caller, Reach reach, Means means) {
    static Acting of(Stores stores, Caller caller, Means means) {
        return new Acting(stores, caller, Reach.of(caller, stores), means);
    }

    /** A fresh id. */
    public <T> Id<T> newId() {
        return Id.next(means.random());
    }

    /** The time of the act in whole microseconds, as PostgreSQL keeps it: what is answered is what is kept. */
    public Instant now() {
        return means.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Finds what {@code text} names, by name or id; refuses {@code fleet.unknown}, also when it is out of reach. */
    public <T extends Identified<T>> T find(Kind<T, ?> kind, String text) {
        return kind.find(stores, text)
                .filter(found -> kind.within().test(reach, found))
                .orElseThrow(() -> unknown(kind, text));
    }

    /** Like {@link #find}, and keeps others from changing it until the act is done: for acts that change what is. */
    public <T extends Identified<T>> T locked(Kind<T, ?> kind, String text) {
        return kind.store()
                .apply(stores)
                .locked(find(kind, text).id())
                .filter(found -> kind.within().test(reach, found))
                .orElseThrow(() -> unknown(kind, text));
    }

    private static Refusal unknown(Kind<?, ?> kind, String text) {
        return new Refusal(
                "fleet.unknown",
                "There is no %s %s here; list them to see what there is."
                        .formatted(kind.naming().word(), text));
    }

    /** What is shown for the record of this id, by its name where it has one. */
    public <T extends Identified<T>> String name(Kind<T, ?> kind, Id<T> id) {
        return kind.store()
                .apply(stores)
                .find(id)
                .map(found -> kind.naming().title().apply(found))
                .orElseGet(id::toString);
    }

    /** Refuses {@code role.not-allowed} when the record, as it is now, lies out of the caller's groups. */
    public <T extends Identified<T>> T inReach(Kind<T, ?> kind, T record) {
        if (!kind.within().test(reach, record)) {
            throw new Refusal(
                    "role.not-allowed",
                    "You may act on users and devices of your own groups only: put this %s into one of them."
                            .formatted(kind.naming().word()));
        }
        return record;
    }
}
