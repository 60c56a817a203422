package dev.slipway.door.portal.site;

/**
 * What a browser says of itself.
 *
 * @param userAgent the field User-Agent, empty when none
 * @param hint the field Sec-CH-UA-Platform (User-Agent Client Hints, section 3.6), empty when none
 */
public record Visitor(String userAgent, String hint) {}
