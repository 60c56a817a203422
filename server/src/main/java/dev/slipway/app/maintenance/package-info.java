/**
 * Work on a data directory without the server's doors: backup, restore, examination.
 *
 * <p>Comes in: a data directory and a file. Goes out: what was done, or findings. Never: a half-done restore.
 *
 * <p>Read first: {@link dev.slipway.app.maintenance.LocalMaintenance}.
 */
@NullMarked
package dev.slipway.app.maintenance;

import org.jspecify.annotations.NullMarked;
