/**
 * The conversation with the portal, from the first word to the last poll (DESIGN.md sections 8.2 to 8.6).
 *
 * <p>Comes in: a destination, a person's log-on or a ticket. Goes out: an enrolled device that has what its bundle
 * says. Never: sends a password, ticket or token to a server that did not prove its identity. Read
 * {@link dev.slipway.bootloader.contact.Introduction}, {@link dev.slipway.bootloader.contact.LogOn} and
 * {@link dev.slipway.bootloader.contact.Cycle} first.
 */
@NullMarked
package dev.slipway.bootloader.contact;

import org.jspecify.annotations.NullMarked;
