package dev.slipway.base.wire.wap.push;

/** Where a datagram goes and whence it comes (WAP-259, appendix D has the numbers). */
public record Ports(int destination, int source) {
    /** Connectionless push, from the usual port of a gateway. */
    public static final Ports PUSH = new Ports(2948, 9200);

    /** Settings of Nokia and Ericsson (OTA Settings Specification 7.0, section 5). */
    public static final Ports OTA_SETTINGS = new Ports(49999, 49154);

    private static final int PORT_MAX = 0xFFFF;

    public Ports {
        if (destination < 0 || destination > PORT_MAX || source < 0 || source > PORT_MAX) {
            throw new IllegalArgumentException("a port is 0 to 65535");
        }
    }
}
