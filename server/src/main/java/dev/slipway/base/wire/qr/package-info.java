/**
 * QR codes (ISO/IEC 18004) as vector drawings for pages, and in pixels for e-mail.
 *
 * <p>Comes in: a short text, mostly a link. Goes out: one path on a square of modules, or a PNG file. Never: colors.
 * Read first: {@link dev.slipway.base.wire.qr.QrCode}, {@link dev.slipway.base.wire.qr.QrPicture}.
 */
@NullMarked
package dev.slipway.base.wire.qr;

import org.jspecify.annotations.NullMarked;
