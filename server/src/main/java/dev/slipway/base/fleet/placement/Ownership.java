package dev.slipway.base.fleet.placement;

/**
 * Who may change a value on the device.
 */
public enum Ownership {
    /** Nothing is written; what weaker layers say does not count either. */
    UNMANAGED,
    /** Written once; the user may change it. */
    INITIAL,
    /** Written back at every contact. */
    ENFORCED,
    /** Written back, and the user cannot change it. */
    LOCKED
}
