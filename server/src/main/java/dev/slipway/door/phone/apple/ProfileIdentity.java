package dev.slipway.door.phone.apple;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Who a profile and its payloads are: the same for the same device, whenever they are made.
 *
 * @param base the device's own address
 */
record ProfileIdentity(URI base) {
    private static final int VERSION = 1;

    Map<String, Object> profile(List<Map<String, Object>> content, boolean locked) {
        Map<String, Object> profile = named("Configuration", "", base.getHost());
        profile.put("PayloadOrganization", base.getHost());
        profile.put("PayloadRemovalDisallowed", locked);
        profile.put("PayloadContent", content);
        return profile;
    }

    Map<String, Object> payload(String name, Payloads.Content content) {
        Map<String, Object> payload = named(content.type(), "." + name, name);
        payload.putAll(content.values());
        return payload;
    }

    /** @param body DER in base64 */
    Map<String, Object> certificate(String body) {
        String mark =
                UUID.nameUUIDFromBytes(body.getBytes(StandardCharsets.US_ASCII)).toString();
        Map<String, Object> payload = named("com.apple.security.root", ".root." + mark, "root");
        payload.put("PayloadContent", Base64.getDecoder().decode(body));
        return payload;
    }

    private Map<String, Object> named(String type, String below, String title) {
        Map<String, Object> payload = new TreeMap<>();
        payload.put("PayloadType", type);
        payload.put("PayloadVersion", VERSION);
        payload.put("PayloadIdentifier", "slipway." + base.getHost() + below);
        payload.put(
                "PayloadUUID",
                UUID.nameUUIDFromBytes((base + below).getBytes(StandardCharsets.UTF_8))
                        .toString());
        payload.put("PayloadDisplayName", title);
        return payload;
    }
}
