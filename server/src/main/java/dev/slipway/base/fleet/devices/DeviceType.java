package dev.slipway.base.fleet.devices;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import java.util.List;

/**
 * Maker and family that take the same software format.
 *
 * @param rank types are tried in this order, lower first
 * @param rules every one must hold for a claim to be of this type; none means any claim
 * @param takes what its devices take, in order of preference: artifact targets such as {@code linux-x86_64}, {@code
 * any}
 */
public record DeviceType(
        Id<DeviceType> id, String name, Family family, int rank, List<RecognitionRule> rules, List<String> takes)
        implements Identified<DeviceType> {
    public DeviceType {
        rules = List.copyOf(rules);
        takes = List.copyOf(takes);
    }

    /** Whose it is: maker and family as shown, platform as in {@code /get/{platform}}. */
    public record Family(String maker, String family, String platform) {}
}
