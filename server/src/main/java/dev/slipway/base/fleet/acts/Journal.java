package dev.slipway.base.fleet.acts;

import java.util.List;

/**
 * The journal of a tenant, append only; the ledger appends.
 */
public interface Journal {
    /** The newest entries before {@code serial} (0 for the newest of all), newest first. */
    List<JournalEntry> before(long serial, int limit);
}
