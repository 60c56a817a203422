package dev.slipway.core.enroll.roster;

import dev.slipway.base.fleet.acts.Change;
import java.util.EnumMap;
import java.util.Map;

/** For every tenant, type, group, user and device that changed: the number of its last change. */
final class Marks {
    private final Map<Change.Kind, LongTable> serials = new EnumMap<>(Change.Kind.class);

    Marks() {
        for (Change.Kind kind : Change.Kind.values()) {
            serials.put(kind, new LongTable());
        }
    }

    /** Notes a change; an older one than noted is passed over. */
    void note(Change.Kind kind, long subject, long number) {
        LongTable table = table(kind);
        if (table.get(subject) < number) {
            table.put(subject, number);
        }
    }

    /** Whether {@code subject} changed after {@code serial}. */
    boolean changedAfter(Change.Kind kind, long subject, long serial) {
        return table(kind).get(subject) > serial;
    }

    /** How many were noted. */
    int size() {
        return serials.values().stream().mapToInt(LongTable::size).sum();
    }

    long bytes() {
        return serials.values().stream().mapToLong(LongTable::bytes).sum();
    }

    private LongTable table(Change.Kind kind) {
        LongTable table = serials.get(kind);
        if (table == null) {
            throw new AssertionError(kind);
        }
        return table;
    }
}
