/**
 * Configuration files of Yealink phones: a boot file that lists the others, one of the device, one of its accounts.
 *
 * <p>Comes in: what a device must have. Goes out: lines {@code PARAMETER = VALUE} behind {@code #!version:1.0.0.1}.
 * Source:
 * Yealink, "Auto Provisioning Guide", V84: order of files, {@code overwrite_mode}, {@code static.auto_provision.*}. A
 * phone
 * applies a file when its MD5 differs, so the bytes depend on nothing but what is given. Never: a line end from a
 * value.
 * Read first: {@link dev.slipway.door.phone.yealink.YealinkConfig}, {@code YealinkPolling}.
 */
@NullMarked
package dev.slipway.door.phone.yealink;

import org.jspecify.annotations.NullMarked;
