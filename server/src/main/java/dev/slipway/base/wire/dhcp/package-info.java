/**
 * Rules for DHCP servers, as their configurations write them: which clients are given which options (RFC 2132).
 *
 * <p>Comes in: a rule. Goes out: text for dnsmasq, Kea or ISC dhcpd, to be put beside what is there. Never: a packet, a
 * lease, a pool.
 * Read first: {@link dev.slipway.base.wire.dhcp.DhcpRule}, {@link dev.slipway.base.wire.dhcp.DhcpSyntax}.
 */
@NullMarked
package dev.slipway.base.wire.dhcp;

import org.jspecify.annotations.NullMarked;
