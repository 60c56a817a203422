package dev.slipway.base.fleet.acts;

import java.time.Instant;

/**
 * One entry of the journal.
 */
public record JournalEntry(long serial, Instant at, Actor actor, Act act) {}
