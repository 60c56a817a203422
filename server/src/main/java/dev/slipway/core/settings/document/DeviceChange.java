package dev.slipway.core.settings.document;

import java.util.List;
import java.util.Optional;

/**
 * What another assignment or profile would change on one device. Plain texts; secrets stand as stars.
 *
 * @param values by key; those of accounts as {@code account.POSITION.NAME}, a release as {@code application.NAME}
 * @param refused why the device would get nothing at all; empty text normally
 */
public record DeviceChange(List<ValueChange> values, String refused) {
    static final DeviceChange NONE = new DeviceChange(List.of(), "");

    public DeviceChange {
        values = List.copyOf(values);
    }

    /** Whether the device would get what it gets now. */
    public boolean isNone() {
        return values.isEmpty();
    }

    /**
     * One key.
     *
     * @param before value and ownership; empty when nothing is written
     */
    public record ValueChange(String key, Optional<String> before, Optional<String> after) {
        /** The key without the position of an account: what is of one account is the same kind of change on another. */
        public String kind() {
            return key.replaceFirst("^account\\.[0-9]+\\.", "account.");
        }
    }
}
