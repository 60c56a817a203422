/**
 * Where to go: which server, which tenant of it, and by which key to know it (DESIGN.md section 8.1).
 *
 * <p>Comes in: an activation document, a pasted message, the Bootloader's own properties, the older product's registry
 * values, or a person's answers. Goes out: a {@link dev.slipway.bootloader.destination.Destination}. Never: contacts
 * the portal; only an alias may cost a DNS question. Read {@link dev.slipway.bootloader.destination.Destination},
 * {@code PastedMessage} and {@link dev.slipway.bootloader.destination.Addresses}
 * first.
 */
@NullMarked
package dev.slipway.bootloader.destination;

import org.jspecify.annotations.NullMarked;
