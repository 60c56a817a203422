package dev.slipway.admin.act;

/** What an act is about; roles are given rights by area. */
public enum Area {
    /** Users, their accounts and subscriptions. */
    PEOPLE,
    DEVICES,
    ACTIVATIONS,
    /** Device types, groups, security models and hosts: how the house is laid out. */
    LAYOUT,
    /** Applications, releases, artifacts and where they are got. */
    SOFTWARE,
    /** Profiles and policies. */
    PROFILES,
    ASSIGNMENTS,
    JOURNAL,
    /** Tenants, administrators, tokens, keys, the server itself. */
    SERVER
}
