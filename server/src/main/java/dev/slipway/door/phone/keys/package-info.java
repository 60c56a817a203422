/**
 * From neutral settings to the keys and words of one maker.
 *
 * <p>Comes in: effective settings and the maker's table, a data file. Goes out: a {@link
 * dev.slipway.door.phone.keys.Sheet}, and a {@link dev.slipway.door.phone.keys.PhoneBook} as phones dial it, which a
 * maker's renderer writes in its own form. Never: bytes of a document, a maker's name in the code.
 * Read first: {@link dev.slipway.door.phone.keys.KeyTable}, {@link dev.slipway.door.phone.keys.Sheet},
 * {@link dev.slipway.door.phone.keys.Words}.
 */
@NullMarked
package dev.slipway.door.phone.keys;

import org.jspecify.annotations.NullMarked;
