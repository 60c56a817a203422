/**
 * The door of message suppliers: gateways that give them messages, and the receipts that they send back.
 *
 * <p>Comes in: messages whose text was made for this attempt, and calls of {@code /receipt/GATEWAY/SECRET}. Goes
 * out: one {@link dev.slipway.core.message.Outcome} for each message, and notes about messages sent before. A
 * supplier with an HTTP interface is one data file; what is no HTTP has a package. Never: a decision when or by
 * whom to send.
 * Read first: {@link dev.slipway.door.gateway.GatewaySuppliers}, {@link dev.slipway.door.gateway.http.HttpSupplier},
 * {@link dev.slipway.door.gateway.Receipts}.
 */
@NullMarked
package dev.slipway.door.gateway;

import org.jspecify.annotations.NullMarked;
