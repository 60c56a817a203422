/**
 * The configuration of a tenant as files: written from a server, compared with one, applied to it.
 *
 * <p>Comes in: a directory, and records as the REST API gives them. Goes out: files, the difference in words, and what
 * makes a server like the files. Never: people, devices and what they have, and no secret; a file names where one is.
 * Read first: {@link dev.slipway.admin.cli.configuration.Configuration}.
 */
@NullMarked
package dev.slipway.admin.cli.configuration;

import org.jspecify.annotations.NullMarked;
