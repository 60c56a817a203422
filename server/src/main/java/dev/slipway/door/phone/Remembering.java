package dev.slipway.door.phone;

import dev.slipway.core.enroll.LastSeen;
import dev.slipway.core.enroll.Strangers;
import dev.slipway.core.enroll.address.KnownAddresses;
import dev.slipway.core.enroll.requests.RequestLog;
import dev.slipway.core.enroll.requests.Strangeness;
import dev.slipway.core.enroll.roster.Roster;

/** What answers from memory stand on, and where they are noted. */
public record Remembering(
        Roster roster,
        KnownAddresses addresses,
        Strangers strangers,
        LastSeen seen,
        RequestLog requests,
        Strangeness strangeness) {}
