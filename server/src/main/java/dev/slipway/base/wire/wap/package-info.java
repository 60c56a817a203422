/**
 * Provisioning documents of WAP and OMA as a tree, and as XML (OMA-WAP-ProvCont v1.1).
 *
 * <p>Comes in: a text of somebody. Goes out: a document and the line of each of its items, or a sentence about what is
 * wrong; and back. Never: a document type that is read, an entity, a judgement of what a phone makes of it, which is
 * that of {@code lint}.
 * Read first: {@link dev.slipway.base.wire.wap.ProvisioningDocument},
 * {@link dev.slipway.base.wire.wap.ProvisioningXml}.
 */
@NullMarked
package dev.slipway.base.wire.wap;

import org.jspecify.annotations.NullMarked;
