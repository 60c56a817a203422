package dev.slipway.base.fleet.ledger;

/**
 * Everything a node that answers from memory must know, of all tenants, in one pass over one consistent view.
 *
 * <p>A million devices take seconds; only a part of them is in memory at a time.
 */
public interface FleetReader {
    /**
     * Shows groups, memberships, devices and last changes to {@code visitor}, in this order.
     *
     * @param file the document of each device whose mark is read
     * @return the horizon of the view, from which {@link ChangeReader} goes on
     */
    long read(String file, FleetVisitor visitor);
}
