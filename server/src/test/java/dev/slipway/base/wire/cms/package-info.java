/** Tests of signatures. */
@NullMarked
package dev.slipway.base.wire.cms;

import org.jspecify.annotations.NullMarked;
