package dev.slipway.core.enroll.roster;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAddress;
import dev.slipway.base.fleet.devices.DeviceAddress.Pin;
import dev.slipway.base.fleet.devices.DeviceIdentifier;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.base.identity.Tokens;
import java.util.List;

/**
 * What the roster keeps of one device.
 *
 * @param token the first 16 bytes of the SHA-256 of its token
 * @param address what proves that an address is its own
 * @param place whose changes concern it
 * @param held the document it was last made
 */
public record RosterRow(Id<Device> device, Token token, Address address, Place place, Held held, boolean admitted) {
    /**
     * A token's hash, as two numbers: 128 bits that nobody can find a second token for.
     *
     * @param high bytes 0 to 7, big-endian
     * @param low bytes 8 to 15
     */
    public record Token(long high, long low) {
        /** No token is known: matches none, and leaves in place what the roster knows. */
        public static final Token NONE = new Token(0, 0);

        /** Of the 32 bytes of a SHA-256. */
        public static Token of(byte[] sha256) {
            return new Token(Cells.longAt(sha256, 0), Cells.longAt(sha256, Long.BYTES));
        }
    }

    /**
     * The address below which it finds its files, and who may come by it.
     *
     * @param generation 0 when it was given none
     * @param pin see {@link #pin(Pin)}; 0 before the first contact
     * @param mac 48 bits; 0 when it has none, {@link #SEVERAL} when it has more than one
     */
    public record Address(int generation, long pin, long mac) {
        /** None was given. */
        public static final Address NONE = new Address(0, 0, 0);

        /** Too many MAC addresses for one number: who it is must be looked up. */
        public static final long SEVERAL = -1;

        private static final String MAC = "mac";
        private static final int HEX = 16;

        /** Of what was looked up. */
        public static Address of(DeviceAddress address, List<String> macs) {
            return new Address(
                    address.generation(), address.pin().map(Address::pin).orElse(0L), mac(macs));
        }

        static Address of(DeviceView.Identity identity) {
            List<String> macs = identity.identifiers().stream()
                    .filter(identifier -> identifier.kind().equals(MAC))
                    .map(DeviceIdentifier::value)
                    .toList();
            return identity.address().map(address -> of(address, macs)).orElse(NONE);
        }

        /** 64 bits of the SHA-256 of what is compared at every contact: all of a pin but the network. Never 0. */
        public static long pin(Pin pin) {
            String compared = String.join("\0", pin.maker(), pin.model(), pin.program(), pin.certificate());
            return Cells.longAt(Tokens.sha256(compared).toArray(), 0) | 1;
        }

        /** The number of a MAC address of 12 hexadecimal digits. */
        public static long mac(String digits) {
            return Long.parseUnsignedLong(digits, HEX);
        }

        private static long mac(List<String> macs) {
            return switch (macs.size()) {
                case 0 -> 0;
                case 1 -> mac(macs.getFirst());
                default -> SEVERAL;
            };
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

        static Place of(DeviceView view) {
            DeviceView.Identity identity = view.identity();
            return new Place(
                    identity.tenant().value(),
                    identity.type().id().value(),
                    identity.device().user().map(Id::value).orElse(0L),
                    view.membership().all().stream()
                            .map(group -> group.id().value())
                            .toList());
        }
    }

    /**
     * The document last made.
     *
     * @param etag first 64 bits of the ETag of the bundle or of the main file, 0 when none was made
     * @param edition first 64 bits of the hash of all that was made with it; all files of a phone change together
     * @param serial last change that it takes into account
     * @param renewAt seconds since 1970 when it must be made again even if nothing changed
     */
    public record Held(long etag, long edition, long serial, int renewAt) {
        /** None made yet. */
        public static final Held NONE = new Held(0, 0, 0, 0);
    }

    /** The row of a device that was looked up and is let in. */
    public static RosterRow of(DeviceView view, Token token, Held held) {
        return new RosterRow(
                view.identity().device().id(), token, Address.of(view.identity()), Place.of(view), held, true);
    }
}
