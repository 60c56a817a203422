package dev.slipway.base.fleet.people;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import java.time.Instant;

/**
 * A SIP server that reads in the database who may register.
 *
 * @param name unique in the tenant
 * @param role of the database, as which it reads
 */
public record SipServer(Id<SipServer> id, String name, String role, Instant created) implements Identified<SipServer> {}
