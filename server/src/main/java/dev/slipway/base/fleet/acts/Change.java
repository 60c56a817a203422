package dev.slipway.base.fleet.acts;

/**
 * One commit that changes what devices would be answered.
 *
 * @param serial the transaction that made it: a document made at a horizon ({@code ledger.Stores}) above this
 *     takes it into account
 * @param subject id of the record; the tenant's own for {@code TENANT}
 */
public record Change(long serial, long tenant, Kind kind, long subject) {
    /** What changed, and so whose answers. */
    public enum Kind {
        TENANT,
        DEVICE_TYPE,
        GROUP,
        USER,
        ACCOUNT,
        DEVICE
    }
}
