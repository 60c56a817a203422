/** Tests of the HTTP floor, most of them over real sockets. */
@NullMarked
package dev.slipway.base.http;

import org.jspecify.annotations.NullMarked;
