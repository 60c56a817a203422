/**
 * Files of other systems: a table of phones becomes devices, a settings file of a maker becomes a profile.
 *
 * <p>Comes in: the text of a file, and which column means what. Goes out: a plan, that is what would be done and what
 * each bad row lacks; then the same plan carried out in one transaction, kept so that it can be taken back. Design:
 * DESIGN sections 5 and 9. Never: a device that is half imported; a secret in a report.
 * Read first: {@link dev.slipway.admin.act.importing.Sheet}, {@link dev.slipway.admin.act.importing.PhonePlan},
 * {@link dev.slipway.admin.act.importing.ImportPhones}.
 */
@NullMarked
package dev.slipway.admin.act.importing;

import org.jspecify.annotations.NullMarked;
