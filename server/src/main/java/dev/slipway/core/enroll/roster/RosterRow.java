package dev.slipway.core.enroll.roster;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.devices.Device;
import java.util.List;

/**
 * What the roster keeps of one device.
 *
 * @param token the first 16 bytes of the SHA-256 of its token
 * @param place whose changes concern it
 * @param held the document it was last made
 */
public record RosterRow(Id<Device> device, Token token, Place place, Held held, boolean admitted) {
    /**
     * A token's hash, as two numbers: 128 bits that nobody can find a second token for.
     *
     * @param high bytes 0 to 7, big-endian
     * @param low bytes 8 to 15
     */
    public record Token(long high, long low) {
        /** No token: matches none. */
        public static final Token NONE = new Token(0, 0);

        /** Of the 32 bytes of a SHA-256. */
        public static Token of(byte[] sha256) {
            return new Token(Cells.longAt(sha256, 0), Cells.longAt(sha256, Long.BYTES));
        }
    }

    /**
     * The records whose changes change what the device would be answered.
     *
     * @param user 0 when it has none
     * @param groups all groups that the device or its user is in, with the groups above them
     */
    public record Place(long tenant, long type, long user, List<Long> groups) {
        public Place {
            groups = groups.stream().sorted().toList();
        }
    }

    /**
     * The document last made.
     *
     * @param etag first 64 bits of its ETag, 0 when none was made
     * @param serial last change that it takes into account
     * @param renewAt seconds since 1970 when it must be made again even if nothing changed
     */
    public record Held(long etag, long serial, int renewAt) {
        /** None made yet. */
        public static final Held NONE = new Held(0, 0, 0);
    }
}
