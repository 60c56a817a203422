/**
 * What a device must have now, signed (DESIGN section 8.2 and 8.4): applications with their releases, the bundle
 * of one device, and the keys that vouch for both.
 *
 * <p>Comes in: records, settings and artifacts. Goes out: signed documents, kept before anybody sees them. Spec:
 * TUF 1.0.34 for envelopes, roles and the chain of roots. Never: a word of HTTP; an artifact that the release key
 * did not list; a version of a bundle that is used twice.
 * Read first: {@link dev.slipway.core.bundle.Trust}, {@link dev.slipway.core.bundle.Publishing},
 * {@link dev.slipway.core.bundle.Bundles}.
 */
@NullMarked
package dev.slipway.core.bundle;

import org.jspecify.annotations.NullMarked;
