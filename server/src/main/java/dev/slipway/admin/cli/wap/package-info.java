/**
 * Provisioning documents of WAP and OMA from a terminal, without a server: look through, encode, decode, sign, cut into
 * messages.
 *
 * <p>Comes in: arguments, a file or standard input. Goes out: the document or its messages on standard output, the rest
 * on standard error; {@link dev.slipway.base.fleet.Refusal} for what is wrong with the input. Never: an exit code,
 * which is the caller's; a message that is sent.
 * Read first: {@link dev.slipway.admin.cli.wap.WapCommands}, {@link dev.slipway.admin.cli.wap.Call}.
 */
@NullMarked
package dev.slipway.admin.cli.wap;

import org.jspecify.annotations.NullMarked;
