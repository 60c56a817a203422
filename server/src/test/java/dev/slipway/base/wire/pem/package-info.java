@NullMarked
package dev.slipway.base.wire.pem;

import org.jspecify.annotations.NullMarked;
