/**
 * Tests of provisioning documents, and the vectors that the tests of their codecs share.
 *
 * <p>Read first: {@link dev.slipway.base.wire.wap.Vectors}, {@link dev.slipway.base.wire.wap.Documents}.
 */
@NullMarked
package dev.slipway.base.wire.wap;

import org.jspecify.annotations.NullMarked;
