/**
 * The bundled PostgreSQL 18: unpacked, initialized, started, adopted after a crash, stopped.
 *
 * <p>In: a locked {@link dev.slipway.base.store.DataDirectory}. Out: an address, a user and a password that JDBC takes.
 * Sources: DESIGN.md section 3; PostgreSQL 18 documentation, initdb, pg_ctl, sections 18.2 and 19.3. The server listens
 * on the loopback only, asks for a password (SCRAM-SHA-256) and outlives a killed Java process on purpose: the next
 * start adopts it. Never here: SQL of our own tables. Read first: {@link PostgresServer}, {@link PostgresOptions},
 * {@link Cluster}.
 */
@NullMarked
package dev.slipway.base.store.postgres;

import org.jspecify.annotations.NullMarked;
