/** Tests of the package of the same name, with GreenMail behind TLS. */
@NullMarked
package dev.slipway.door.gateway.smtp;

import org.jspecify.annotations.NullMarked;
