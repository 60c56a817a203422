/**
 * What a device must have by settings and which releases are placed on it, with provenance.
 *
 * Comes in: the view of a device. Goes out: effective settings of the device and of each account on it,
 * placed applications, and an explanation of both; or a refusal that names key, placeholder and device.
 * Source: DESIGN section 5 (Settings, Layers). Never: a word of a protocol or the bytes of a document; a value is never
 * changed on its way, except that placeholders are filled.
 * Read first: {@link dev.slipway.core.settings.Settings}, {@link dev.slipway.core.settings.Layers},
 * {@link dev.slipway.core.settings.EffectiveSettings}.
 */
@NullMarked
package dev.slipway.core.settings;

import org.jspecify.annotations.NullMarked;
