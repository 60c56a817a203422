package dev.slipway.bootloader.claim;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The hardware addresses of this machine's network cards. */
final class NetworkCards {
    private static final int ADDRESSES_MAX = 32;
    private static final int MAC_BYTES = 6;
    /** IEEE 802: set in an address that somebody made up, as containers and private Wi-Fi do. */
    private static final int LOCALLY_ADMINISTERED = 0x02;

    private NetworkCards() {}

    /** Twelve lower-case hexadecimal digits each, sorted; made-up addresses left out, they change. */
    static List<String> addresses() {
        try {
            return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                    .flatMap(card -> address(card).stream())
                    .filter(address -> address.length == MAC_BYTES && (address[0] & LOCALLY_ADMINISTERED) == 0)
                    .map(HexFormat.of()::formatHex)
                    .distinct()
                    .sorted()
                    .limit(ADDRESSES_MAX)
                    .toList();
        } catch (SocketException e) {
            System.getLogger("dev.slipway.bootloader.claim")
                    .log(System.Logger.Level.DEBUG, "claim.no-network cause={0}", e.getMessage());
            return List.of();
        }
    }

    private static Optional<byte[]> address(NetworkInterface card) {
        try {
            return Optional.ofNullable(card.getHardwareAddress());
        } catch (SocketException e) {
            System.getLogger("dev.slipway.bootloader.claim")
                    .log(
                            System.Logger.Level.DEBUG,
                            "claim.no-address card={0} cause={1}",
                            card.getName(),
                            e.getMessage());
            return Optional.empty();
        }
    }
}
