package dev.slipway.door.portal;

import dev.slipway.base.fleet.devices.DeviceDocument;
import dev.slipway.base.fleet.ledger.DeviceView;

/**
 * What a device must have now.
 */
@FunctionalInterface
public interface CurrentBundle {
    /**
     * The signed document, made again if anything changed since the one in the view. Blocks; refuses what cannot be
     * made, with {@code bundle.} codes.
     */
    DeviceDocument current(DeviceView view);
}
