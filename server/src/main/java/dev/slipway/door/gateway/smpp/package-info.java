/**
 * Short messages by SMPP 3.4, to a message center itself.
 *
 * <p>Comes in: messages whose text was made for this attempt. Goes out: submit_sm, a part each; receipts as the center
 * delivers them. Never: a part sent twice because its answer was lost. Read first:
 * {@link dev.slipway.door.gateway.smpp.SmppSupplier}, {@link dev.slipway.door.gateway.smpp.SmppGateway}.
 */
@NullMarked
package dev.slipway.door.gateway.smpp;

import org.jspecify.annotations.NullMarked;
