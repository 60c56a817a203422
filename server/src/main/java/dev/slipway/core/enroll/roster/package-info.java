/**
 * Every device of the installation in memory, so that a poll is answered without SQL and without an object per device.
 *
 * <p>Comes in: rows at start, changed rows and changes of the change log afterwards. Goes out: which device a token
 * belongs to, and whether the document it holds is still the one it must have. Never: SQL, bytes of a document, a
 * decision about content; what is stale is merged again elsewhere.
 *
 * <p>Read first: {@link dev.slipway.core.enroll.roster.Roster}, {@link dev.slipway.core.enroll.roster.RosterRow},
 * {@link dev.slipway.core.enroll.roster.LongTable}.
 */
@NullMarked
package dev.slipway.core.enroll.roster;

import org.jspecify.annotations.NullMarked;
