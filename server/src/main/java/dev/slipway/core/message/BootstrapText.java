package dev.slipway.core.message;

import dev.slipway.base.fleet.Tenant;
import java.net.URI;

/** The line from which an empty device learns its server and whom to trust (DESIGN section 8.1). */
public final class BootstrapText {
    private static final int PORT_OF_HTTPS = 443;
    private static final int PORT_OF_HTTP = 80;

    private BootstrapText() {}

    /** By host and port. */
    public static String byHost(Tenant tenant, String fingerprint) {
        URI url = tenant.publicUrl();
        int usual = "https".equals(url.getScheme()) ? PORT_OF_HTTPS : PORT_OF_HTTP;
        return text(
                tenant,
                fingerprint,
                "Host: %s Port: %d".formatted(url.getHost(), url.getPort() < 0 ? usual : url.getPort()));
    }

    /** By alias, for devices that know a switching center. */
    public static String byAlias(Tenant tenant, String fingerprint) {
        return text(tenant, fingerprint, "Alias: " + tenant.alias());
    }

    private static String text(Tenant tenant, String fingerprint, String place) {
        return "%s/get Key: %s %s cdzprov".formatted(tenant.publicUrl(), fingerprint, place);
    }
}
