/**
 * Suppliers that are reached by HTTP, each described by a data file: what its gateways are told, what is called,
 * what an answer and a receipt mean.
 *
 * <p>Comes in: such a description, or for the generic supplier the same things as settings. Goes out: gateways.
 * Never: a redirect followed, a call to a host of the inner network that the configuration does not name, a secret
 * in a reason.
 * Read first: {@link dev.slipway.door.gateway.http.HttpSpec}, {@link dev.slipway.door.gateway.http.HttpSupplier}.
 */
@NullMarked
package dev.slipway.door.gateway.http;

import org.jspecify.annotations.NullMarked;
