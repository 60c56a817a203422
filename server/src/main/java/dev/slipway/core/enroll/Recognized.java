package dev.slipway.core.enroll;

import dev.slipway.base.fleet.devices.DeviceType;
import java.util.List;
import java.util.Optional;

/**
 * What type a claim is of, and why.
 *
 * @param type empty when no type's rules hold
 * @param explanation a line for each type tried: the first rule that failed, and at last the type that matched
 */
public record Recognized(Optional<DeviceType> type, List<String> explanation) {
    public Recognized {
        explanation = List.copyOf(explanation);
    }
}
