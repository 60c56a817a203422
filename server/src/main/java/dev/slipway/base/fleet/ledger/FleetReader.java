package dev.slipway.base.fleet.ledger;

import java.util.List;

/**
 * Everything a node that answers from memory must know, of all tenants, in one pass over one consistent view.
 *
 * <p>A million devices take seconds; only a part of them is in memory at a time.
 */
public interface FleetReader {
    /**
     * Shows groups, memberships, last changes and devices to {@code visitor}, in this order: a device is never known
     * without the changes that make its document stale.
     *
     * @param files the documents whose marks are read; a device that has several of them is shown once with each
     */
    void read(List<String> files, FleetVisitor visitor);
}
