package dev.slipway.admin.act.placement;

import dev.slipway.core.settings.document.DeviceChange.ValueChange;
import java.util.List;

/**
 * What a change of a profile would change on devices. Plain records and texts: printed and sent as JSON just so.
 *
 * @param devices how many would get something else
 * @param reached how many the profile reaches, of those that were looked at
 * @param notLookedAt how many stand in parts of the fleet too small and too many to look at each
 * @param alike one entry for each kind of change, the most frequent first
 * @param alikeNotShown how many kinds there are beyond these
 * @param judged what was counted, and what was concluded from a sample
 */
public record FleetChange(
        long devices, long reached, long notLookedAt, List<Alike> alike, int alikeNotShown, String judged) {
    public FleetChange {
        alike = List.copyOf(alike);
    }

    /**
     * Devices of one type on which the same keys change.
     *
     * @param sample one of them by name, whose values these are; empty for who may not see it
     * @param valuesNotShown how many keys change beyond these
     * @param refused why such a device would get nothing any more; empty text normally
     */
    public record Alike(
            String deviceType,
            long devices,
            String sample,
            List<ValueChange> values,
            int valuesNotShown,
            String refused) {
        public Alike {
            values = List.copyOf(values);
        }
    }
}
