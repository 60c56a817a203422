/**
 * Provisioning documents in WBXML 1.3 (WAP-192), with the tokens of OMA-WAP-ProvCont v1.1, section 7.
 *
 * <p>Comes in: a document, or bytes of anybody. Goes out: bytes, or a document, or
 * {@link dev.slipway.base.wire.wap.Malformed} with the offset. Never: more memory than a small multiple of what came
 * in; a token that one of the programs in the field writes and this cannot read.
 * Read first: {@link dev.slipway.base.wire.wap.wbxml.Wbxml}, {@link dev.slipway.base.wire.wap.wbxml.Vocabulary}, and
 * {@link dev.slipway.base.wire.wap.wbxml.CompactWriter} for how documents become small.
 */
@NullMarked
package dev.slipway.base.wire.wap.wbxml;

import org.jspecify.annotations.NullMarked;
