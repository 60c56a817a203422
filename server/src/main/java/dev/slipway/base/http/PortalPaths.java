package dev.slipway.base.http;

import java.util.List;

/**
 * What devices ask for, as DESIGN section 7 lists it: the portal registers nothing elsewhere, and a relay steers by
 * it.
 */
public final class PortalPaths {
    /** Each stands for itself and everything below it; {@code /at} is any of the others behind an alias. */
    public static final List<String> ALL =
            List.of("/get", "/boot/v1", "/artifact", "/d", "/i", "/a", "/wap", "/ota", "/receipt", "/at");

    private PortalPaths() {}
}
