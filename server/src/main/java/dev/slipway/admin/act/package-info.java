/**
 * The administrative acts: who may do them is decided here, once, by {@link dev.slipway.admin.act.Acts}.
 *
 * <p>Comes in: a caller, and a command or a form with names as people type them. Goes out: records, and a journal
 * entry with the
 * change in one transaction; or a refusal. Design: DESIGN sections 4 and 5. Never: HTTP, JSON, a screen.
 * Read first: {@link dev.slipway.admin.act.Acts}, {@link dev.slipway.admin.act.Command},
 * {@link dev.slipway.admin.act.Kind}.
 */
@NullMarked
package dev.slipway.admin.act;

import org.jspecify.annotations.NullMarked;
