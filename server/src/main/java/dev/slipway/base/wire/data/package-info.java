/**
 * The data files that are shipped in the jar beside the classes that need them.
 *
 * <p>Comes in: a class and the name of a file. Goes out: its bytes, its text or its lines. Never: a file of a person;
 * one that is missing here is a fault of the build.
 * Read first: {@link dev.slipway.base.wire.data.DataFile}.
 */
@NullMarked
package dev.slipway.base.wire.data;

import org.jspecify.annotations.NullMarked;
