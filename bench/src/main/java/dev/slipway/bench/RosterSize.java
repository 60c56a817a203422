package dev.slipway.bench;

import dev.slipway.base.fleet.Id;
import dev.slipway.core.enroll.roster.Roster;
import dev.slipway.core.enroll.roster.RosterRow;
import java.util.List;
import java.util.random.RandomGenerator;

/** Bytes of the roster's arrays at a number of devices, without a server: each in one of 100 groups, with a user. */
final class RosterSize {
    private static final int GROUPS = 100;

    private RosterSize() {}

    /** Bytes in all. */
    static long of(int devices) {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        var roster = new Roster();
        for (int device = 0; device < devices; device++) {
            long group = 1L + device % GROUPS;
            roster.put(new RosterRow(
                    Id.next(random),
                    new RosterRow.Token(random.nextLong(), random.nextLong()),
                    new RosterRow.Place(1, 2, random.nextLong(1, Long.MAX_VALUE), List.of(group)),
                    new RosterRow.Held(random.nextLong(), 1, Integer.MAX_VALUE),
                    true));
        }
        return roster.bytes();
    }
}
