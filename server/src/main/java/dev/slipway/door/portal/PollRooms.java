package dev.slipway.door.portal;

import dev.slipway.core.enroll.LastSeen;
import dev.slipway.core.enroll.Strangers;
import dev.slipway.core.enroll.roster.Roster;

/**
 * What answers from memory stand on.
 */
public record PollRooms(Roster roster, Strangers strangers, LastSeen seen, PollCounts counts) {}
