package dev.slipway.base.fleet.people;

/**
 * What an administrator may do.
 */
public enum Role {
    /** Everything. */
    ADMINISTRATOR,
    /** People, devices, messages; designs nothing and sees no secret. */
    CSR,
    /** Sees everything but secrets, changes nothing. */
    AUDITOR,
    /** Software, profiles and assignments, for programs. */
    AUTOMATION
}
