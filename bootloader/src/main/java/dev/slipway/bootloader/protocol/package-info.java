/**
 * What the server and the Bootloader say to each other: the bodies of {@code /boot/v1/*} as records.
 *
 * <p>In: JSON of a body, through {@link dev.slipway.bootloader.protocol.json.JsonReader}. Out: records that are
 * complete at birth, and the way back. The wire format stands in {@code docs/reference/bootloader-protocol.md}; signed
 * documents stand in {@code trust}, polling arithmetic in {@code polling}, unpacking in {@code archive}.
 *
 * <p>Never: HTTP, files, a decision. A password, ticket or token is a
 * {@link dev.slipway.bootloader.protocol.Secret} and appears in no text.
 *
 * <p>Read first: {@link dev.slipway.bootloader.protocol.ServerDescription},
 * {@link dev.slipway.bootloader.protocol.LogonRequest}, {@link dev.slipway.bootloader.protocol.ReportRequest}.
 */
@NullMarked
package dev.slipway.bootloader.protocol;

import org.jspecify.annotations.NullMarked;
