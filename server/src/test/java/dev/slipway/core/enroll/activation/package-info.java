/** Tests of links, tickets and downloads on the real ledger. */
@NullMarked
package dev.slipway.core.enroll.activation;

import org.jspecify.annotations.NullMarked;
