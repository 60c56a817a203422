/**
 * The door of desk phones and softphones: they fetch files over HTTP by an address of their own.
 *
 * <p>Comes in: requests of {@code /d/ADDRESS/FILE}. Goes out: settings files in the form of each maker, one folder
 * below this one for each: recognition, file names, key table, renderer. Spec: the makers' manuals, named in each
 * folder. Never: a redirect, a second kind of 404, a file of another device, a value that was not escaped.
 * Read first: {@link dev.slipway.core.settings.document.DocumentRenderer}, {@link dev.slipway.door.phone.keys.Sheet},
 * {@link dev.slipway.door.phone.snom.SnomSettings}.
 */
@NullMarked
package dev.slipway.door.phone;

import org.jspecify.annotations.NullMarked;
