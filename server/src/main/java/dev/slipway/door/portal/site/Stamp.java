package dev.slipway.door.portal.site;

import java.net.URI;

/**
 * For whom packages are made: what {@code bootloader.properties} in them says.
 *
 * @param publicUrl of the tenant, without a slash at its end
 * @param alias of the tenant
 * @param host where its devices log on
 * @param port and the port there
 * @param key text of the root key's fingerprint
 */
public record Stamp(URI publicUrl, String alias, String host, int port, String key) {
    /** What an https address without a port means. */
    public static final int HTTPS_PORT = 443;

    /** The properties as a person edits them: host and port are set, the alias waits beside them. */
    String properties() {
        return """
                # Where the Bootloader finds its server. Set host and port, or alias and center; never both.
                host=%s
                port=%d
                #alias=%s
                #center=
                # The server must hold this key. Do not change it.
                key=%s
                """.formatted(host, port, alias, key);
    }
}
