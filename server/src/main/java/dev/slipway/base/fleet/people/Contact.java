package dev.slipway.base.fleet.people;

/**
 * Whom others may call.
 *
 * @param name of the user, or the login when no name is known
 * @param address of a SIP account, such as {@code alice@example.com}
 */
public record Contact(String name, String address) {}
