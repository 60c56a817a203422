/**
 * Where facts live: PostgreSQL, the files of the data directory, and the keys that seal secrets at rest.
 *
 * <p>In: records and byte streams. Out: the same again, or a {@link dev.slipway.base.fleet.Refusal}. DESIGN.md sections
 * 3 and 5; PostgreSQL 18. Only here is {@code java.sql} spoken, and only {@code app} names this package. Never here: a
 * decision about a device, a word of a protocol. Read first: {@link DataDirectory}, {@link Database},
 * {@link SecretBox}.
 */
@NullMarked
package dev.slipway.base.store;

import org.jspecify.annotations.NullMarked;
