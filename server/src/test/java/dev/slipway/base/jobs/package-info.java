/** Tests of the HTTP floor, most of them over real sockets. */
@NullMarked
package dev.slipway.base.jobs;

import org.jspecify.annotations.NullMarked;
