/**
 * Who somebody is: passwords, tokens and signatures.
 *
 * <p>Comes in: what a person or a program shows. Goes out: whether it is right, and what to keep of it. Spec: Argon2id
 * (RFC 9106), PHC string format; Ed25519 (RFC 8032). Never: a password or token in clear kept or logged, an answer that
 * tells a wrong password from an unknown login.
 * Read first: {@link dev.slipway.base.identity.Passwords}, {@link dev.slipway.base.identity.Tokens},
 * {@link dev.slipway.base.identity.Ed25519}.
 */
@NullMarked
package dev.slipway.base.identity;

import org.jspecify.annotations.NullMarked;
