package dev.slipway.core.settings.merge;

import java.util.Comparator;
import java.util.Locale;

/**
 * One layer, for one device; the natural order puts the weakest first.
 *
 * @param depth for groups the distance from the root, 0 for a root: groups of equal depth are siblings in one layer;
 *     0 for all other levels
 */
public record Layer(Level level, int depth) implements Comparable<Layer> {
    private static final Comparator<Layer> ORDER =
            Comparator.comparing(Layer::level).thenComparingInt(Layer::depth);

    /** The layer of a level that has only one. */
    public static Layer of(Level level) {
        return new Layer(level, 0);
    }

    /** Whether assignments to several groups meet in it. */
    boolean isOfGroups() {
        return level == Level.USER_GROUP || level == Level.DEVICE_GROUP;
    }

    @Override
    public int compareTo(Layer other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return level.name().toLowerCase(Locale.ROOT).replace('_', ' ') + (isOfGroups() ? " " + depth : "");
    }

    /** The levels, weakest first. */
    public enum Level {
        EVERYONE,
        DEVICE_TYPE,
        /** Groups of the device's user, and groups that user and device share. */
        USER_GROUP,
        /** Groups of the device alone. */
        DEVICE_GROUP,
        USER,
        ACCOUNT,
        DEVICE
    }
}
