/**
 * The line to the portal: HTTP/1.1 over TLS whose key is known, with limits on bytes and time.
 *
 * <p>Comes in: an address and what it must prove. Goes out: answers of a bounded size. Spec: RFC 9110, DESIGN.md
 * section 8.2 and 8.3. Never: follows a redirect, sends anything secret over a connection whose certificate is not
 * bound, asks a person. Read {@link dev.slipway.bootloader.portal.Line}, {@link dev.slipway.bootloader.portal.Peer}
 * and {@link dev.slipway.bootloader.portal.Answer} first.
 */
@NullMarked
package dev.slipway.bootloader.portal;

import org.jspecify.annotations.NullMarked;
