package dev.slipway.base.fleet.ledger;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.people.ApiToken;
import dev.slipway.base.fleet.people.SipServer;
import dev.slipway.base.fleet.software.Artifact;
import java.util.List;
import java.util.Optional;

/**
 * What is found without knowing the tenant; each call is a transaction of its own.
 */
public interface Lookups {
    /** Every tenant, oldest first. */
    List<Tenant> tenants();

    /** The tenant of this alias or host name. */
    Optional<Tenant> tenant(String aliasOrHost);

    /** The device whose token has this hash, with its tenant. */
    Optional<Owned<Device>> deviceByToken(Bytes sha256);

    /** The view of that device, with the last edition of the document {@code file}; see {@link Stores#view}. */
    Optional<DeviceView> viewByToken(Bytes sha256, String file);

    /** The same of the device of this id. */
    Optional<DeviceView> view(Id<Device> id, String file);

    /** The API token of this hash, with its tenant. */
    Optional<Owned<ApiToken>> apiToken(Bytes sha256);

    /** The device of this id, with its tenant. */
    Optional<Owned<Device>> device(Id<Device> id);

    /** The activation that a link leads to, with its tenant. */
    Optional<Owned<Activation>> activation(Id<Activation> id);

    /** The activation whose ticket has this hash, with its tenant. */
    Optional<Owned<Activation>> activationByTicket(Bytes sha256);

    /** The SIP server of this id, with its tenant. */
    Optional<Owned<SipServer>> sipServer(Id<SipServer> id);

    /** The message gateway of this id, with its tenant. */
    Optional<Owned<GatewaySetup>> gateway(Id<GatewaySetup> id);

    /** The artifacts of published releases that download addresses name, of all tenants: anybody may have them. */
    List<Artifact> publicArtifacts();

    /** A record and the tenant that owns it. */
    record Owned<T>(Id<Tenant> tenant, T record) {}
}
