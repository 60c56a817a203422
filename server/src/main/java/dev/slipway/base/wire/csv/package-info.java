/**
 * Text with separators between fields, as spreadsheets write it, and back.
 *
 * <p>Comes in: a text of a person's file. Goes out: records with the numbers that a spreadsheet shows for them, or
 * {@link dev.slipway.base.wire.csv.CsvMalformed} with the line. Spec: RFC 4180, wider in what is read: {@code ;} and
 * tab
 * as separators, any line end, a byte order mark. Never: a guess about what a field means.
 * Read first: {@link dev.slipway.base.wire.csv.CsvReader}, {@link dev.slipway.base.wire.csv.CsvWriter}.
 */
@NullMarked
package dev.slipway.base.wire.csv;

import org.jspecify.annotations.NullMarked;
