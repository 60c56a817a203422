package dev.slipway.bootloader.contact;

import dev.slipway.bootloader.portal.Line;
import dev.slipway.bootloader.protocol.trust.TrustedRoot;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An enrolled device on a proven line.
 *
 * @param line to the portal
 * @param root what its documents are checked against
 * @param token by which the portal knows this device
 */
record Session(Line line, TrustedRoot root, String token) {
    Map<String, String> authorization() {
        return Map.of("Authorization", "Bearer " + token);
    }

    Map<String, String> authorization(String name, String value) {
        var headers = new LinkedHashMap<>(authorization());
        headers.put(name, value);
        return headers;
    }

    @Override
    public String toString() {
        return "Session[" + line.base() + "]";
    }
}
