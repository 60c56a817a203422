/**
 * Settings and bookmarks of Nokia's and Ericsson's phones before OMA's provisioning: OTA Settings Specification 7.0.
 *
 * <p>Comes in: a text of somebody. Goes out: settings, to be sent unsigned to another port than documents. Never: a
 * security method; the specification has none.
 * Read first: {@link dev.slipway.base.wire.wap.ota.OtaSettings}.
 */
@NullMarked
package dev.slipway.base.wire.wap.ota;

import org.jspecify.annotations.NullMarked;
