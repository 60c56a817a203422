/**
 * The text of short messages: which alphabet it needs and into how many messages it is parted.
 *
 * <p>Comes in: a text. Goes out: its alphabet (3GPP TS 23.038) and its parts, as a concatenated message carries them
 * (3GPP TS 23.040, section 9.2.3.24.1). Never: bytes of a network.
 * Read first: {@link dev.slipway.base.wire.sms.SmsText}.
 */
@NullMarked
package dev.slipway.base.wire.sms;

import org.jspecify.annotations.NullMarked;
