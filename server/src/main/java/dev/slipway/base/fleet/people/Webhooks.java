package dev.slipway.base.fleet.people;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The webhooks of a tenant. */
public interface Webhooks {
    /** All of them, by name; a tenant has few. */
    List<Webhook.Kept> all();

    /** The one of that name. */
    Optional<Webhook.Kept> named(String name);

    /** Keeps a new one, which is told of changes from now on. Refuses {@code fleet.duplicate}. */
    void add(Webhook webhook);

    /** Forgets it and what it was to be told. */
    void remove(Id<Webhook> webhook);

    /** What the webhooks of all tenants are still to be told. */
    interface Calls {
        /**
         * Takes each webhook that has calls due, with its oldest calls in order. Until then nobody else takes it, and
         * after it anybody: what a killed server was telling is told again.
         */
        List<Claimed> claim(Instant now, Instant until);

        /** Removes what was taken, and notes when to go on. Does nothing for a claim that ended. */
        void settle(Claimed claimed, Told told);
    }

    /**
     * A webhook at work.
     *
     * @param until the claim ends
     * @param failures before this attempt
     */
    record Claimed(Id<Tenant> tenant, Webhook webhook, Instant until, int failures, List<Webhook.Call> calls) {}

    /**
     * What came of it.
     *
     * @param taken the first so many calls
     * @param failures since it took one
     * @param next when to go on
     */
    record Told(int taken, int failures, String answer, Instant at, Instant next) {}
}
