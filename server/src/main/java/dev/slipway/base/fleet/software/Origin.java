package dev.slipway.base.fleet.software;

/**
 * Who answers for a program or a profile.
 */
public enum Origin {
    OWN,
    OPERATOR,
    MANUFACTURER,
    PROVIDER
}
