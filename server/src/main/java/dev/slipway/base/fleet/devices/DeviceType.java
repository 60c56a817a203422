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

    /**
     * Whose it is.
     *
     * @param maker as shown
     * @param family as shown
     * @param platform as in {@code /get/{platform}}
     * @param direct whether its clients open no page: an activation link then answers with the document itself
     */
    public record Family(String maker, String family, String platform, boolean direct) {
        /** One whose clients, or the browsers beside them, open pages. */
        public Family(String maker, String family, String platform) {
            this(maker, family, platform, false);
        }
    }
}
