/**
 * Files for devices that read their settings from files: what is asked for, who writes it, what it will be.
 *
 * <p>Comes in: effective settings of a device, and the renderers that doors bring. Goes out: documents; previews of
 * them and differences between them without secrets; what a device would get if something were given otherwise. Never:
 * a maker's name, a word of a protocol.
 * Read first: {@link dev.slipway.core.settings.document.DocumentRenderer},
 * {@link dev.slipway.core.settings.document.Documents}.
 */
@NullMarked
package dev.slipway.core.settings.document;

import org.jspecify.annotations.NullMarked;
