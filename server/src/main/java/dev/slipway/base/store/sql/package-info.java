/**
 * SQL for one tenant: statements that carry the tenant, tables of records, refusals instead of SQL errors.
 *
 * <p>Comes in: an open transaction and SQL text with names. Goes out: records, and what changed. Never: a statement
 * that forgets the tenant; one without {@code :tenant} fails at its first run.
 * Read first: {@link dev.slipway.base.store.sql.Desk}, {@link dev.slipway.base.store.sql.Table},
 * {@link dev.slipway.base.store.sql.SqlRefusals}.
 */
@NullMarked
package dev.slipway.base.store.sql;

import org.jspecify.annotations.NullMarked;
