/**
 * Tells the portal, and the person who watches, what was done.
 *
 * <p>Comes in: steps as they happen. Goes out: sentences on the terminal, events in the
 * {@link dev.slipway.bootloader.home.ReportQueue}, and reports to the portal until it acknowledged them. Never: a
 * secret. Read {@link dev.slipway.bootloader.report.Reporter} and {@link dev.slipway.bootloader.report.Reports}
 * first.
 */
@NullMarked
package dev.slipway.bootloader.report;

import org.jspecify.annotations.NullMarked;
