/**
 * QR codes (ISO/IEC 18004) as vector drawings.
 *
 * <p>Comes in: a short text, mostly a link. Goes out: one path on a square of modules. Never: a picture in pixels.
 * Read first: {@link dev.slipway.base.wire.qr.QrCode}.
 */
@NullMarked
package dev.slipway.base.wire.qr;

import org.jspecify.annotations.NullMarked;
