/**
 * Backup and restore of everything that outlives a restart, in one file that any later PostgreSQL takes.
 *
 * <p>Comes in: a database and the artifacts. Goes out: one ZIP file of CSV tables, artifacts and a manifest with the
 * number of rows and the SHA-256 of each. Never: the key of secrets, unless a passphrase is given.
 * Read first: {@link dev.slipway.base.store.backup.Backup}, {@link dev.slipway.base.store.backup.Restore},
 * {@link dev.slipway.base.store.backup.Manifest}.
 */
@NullMarked
package dev.slipway.base.store.backup;

import org.jspecify.annotations.NullMarked;
