/**
 * Brings artifacts onto the device: resumed after a cut, bounded in length, and only what has the right hash.
 *
 * <p>Comes in: an artifact of a verified bundle. Goes out: a file in the Bootloader's own directory whose SHA-256 is
 * the artifact's, or a refusal that leaves at most the good part of a file. Spec: RFC 9110 sections 13.1.5 and 14.
 * Never: opens or runs what it fetched. Read {@link dev.slipway.bootloader.fetch.Downloads} and
 * {@link dev.slipway.bootloader.fetch.PartFile} first.
 */
@NullMarked
package dev.slipway.bootloader.fetch;

import org.jspecify.annotations.NullMarked;
