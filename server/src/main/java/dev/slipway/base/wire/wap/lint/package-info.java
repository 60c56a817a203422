/**
 * What is wrong with a provisioning document before a phone finds it: parms that are missing or point nowhere, values
 * that mean nothing, names that nobody reads (OMA-WAP-ProvCont v1.1, sections 5.4 to 5.6).
 *
 * <p>Comes in: a document. Goes out: findings, each with a stable code, the place and a sentence. Never: a change of
 * the document; an opinion about addresses and secrets, which only the network can judge.
 * Read first: {@link dev.slipway.base.wire.wap.lint.Linter}, {@link dev.slipway.base.wire.wap.lint.Finding}.
 */
@NullMarked
package dev.slipway.base.wire.wap.lint;

import org.jspecify.annotations.NullMarked;
