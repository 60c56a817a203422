package dev.slipway.core.settings;

import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.core.settings.merge.Layer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The places whose assignments reach one device.
 *
 * @param accounts by position
 * @param places each with its layer, weakest first, siblings by id
 */
public record DeviceLayers(
        Device device, DeviceType type, Optional<User> user, List<PlacedAccount> accounts, Map<Place, Layer> places) {
    public DeviceLayers {
        accounts = List.copyOf(accounts);
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
    }
}
