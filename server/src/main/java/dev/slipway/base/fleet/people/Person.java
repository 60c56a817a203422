package dev.slipway.base.fleet.people;

/**
 * What is known of a person.
 *
 * @param email empty text when unknown
 * @param phone E.164 with plus sign, empty text when unknown
 * @param locale language tag, such as {@code de-CH}; empty text for the tenant's
 */
public record Person(String name, String email, String phone, String locale) {}
