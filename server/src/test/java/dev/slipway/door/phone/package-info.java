/** The door of phones, with requests as phones send them. */
@NullMarked
package dev.slipway.door.phone;

import org.jspecify.annotations.NullMarked;
