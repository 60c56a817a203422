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
    /** Messages to users: sent, sent again, taken back. */
    MESSAGES,
    /** Who carries messages, and what they say. */
    GATEWAYS,
    JOURNAL,
    /** The own tenant, its administrators and tokens, the server itself. */
    SERVER,
    /** Other tenants, and the keys that sign for all of them. */
    INSTALLATION
}
