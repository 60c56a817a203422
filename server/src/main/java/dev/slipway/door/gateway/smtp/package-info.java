/**
 * E-mail by SMTP (RFC 5321), over TLS unless an administrator says otherwise in so many words.
 *
 * <p>Comes in: messages whose text was made for this attempt. Goes out: mail of a text part and an HTML part that
 * shows the link as a QR code, inside of the mail (RFC 2392). Never: a picture fetched from elsewhere, a password
 * in clear.
 * Read first: {@link dev.slipway.door.gateway.smtp.SmtpSupplier}, {@link dev.slipway.door.gateway.smtp.Letter}.
 */
@NullMarked
package dev.slipway.door.gateway.smtp;

import org.jspecify.annotations.NullMarked;
