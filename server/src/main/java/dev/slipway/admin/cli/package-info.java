/**
 * The command line: administration from a terminal or a script, by the REST API.
 *
 * <p>Comes in: arguments, environment, standard input. Goes out: data on standard output, progress and messages on
 * standard error,
 * an exit code (DESIGN section 7). Never: a record, a store, a rule about input; those stand behind the API.
 * Read first: {@link dev.slipway.admin.cli.Cli}, {@link dev.slipway.admin.cli.Noun},
 * {@link dev.slipway.admin.cli.Session}.
 */
@NullMarked
package dev.slipway.admin.cli;

import org.jspecify.annotations.NullMarked;
