/**
 * The only place that sees everything: it reads files and the environment, makes every object and joins them.
 *
 * <p>In: the command line, the configuration file, environment variables. Out: a running server, or the exit status of
 * one command. Spec: sections 4 and 7 of the design.
 *
 * <p>Never: decides anything about a device, or speaks a protocol.
 *
 * <p>Read first: {@link dev.slipway.app.Main}.
 */
@NullMarked
package dev.slipway.app;

import org.jspecify.annotations.NullMarked;
