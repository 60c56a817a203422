/**
 * Messages as files, for trying things out and for networks without a supplier.
 *
 * <p>Comes in: messages of any kind. Goes out: one text file for each, below the data directory, readable by the
 * server's user only. Never: a file that is half there; a second one for the same message.
 * Read first: {@link dev.slipway.door.gateway.file.FileSupplier}.
 */
@NullMarked
package dev.slipway.door.gateway.file;

import org.jspecify.annotations.NullMarked;
