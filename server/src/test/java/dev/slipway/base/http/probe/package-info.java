/** Tests of probes against servers on this machine. */
@NullMarked
package dev.slipway.base.http.probe;

import org.jspecify.annotations.NullMarked;
