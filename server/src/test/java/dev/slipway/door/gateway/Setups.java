package dev.slipway.door.gateway;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.messages.GatewaySetup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gateways of every supplier, as an administrator would set them up. */
final class Setups {
    static final GatewaySetup.Use USE = new GatewaySetup.Use(true, 0, List.of(), List.of(), 0);

    /** The generic supplier, told to speak with the stub of Vonage. */
    private static final Map<String, String> GENERIC = Map.ofEntries(
            Map.entry("media_type", "application/x-www-form-urlencoded"),
            Map.entry(
                    "body",
                    "api_secret=${password}&to=${to.digits}&text=${text}&client-ref=${reference}&callback=${receipts}"),
            Map.entry("code", "/messages/0/status"),
            Map.entry("taken", "0"),
            Map.entry("not_sent", "1, 5"),
            Map.entry("broken", "4"),
            Map.entry("reference_at", "/messages/0/message-id"),
            Map.entry("receipt_message", "client-ref"),
            Map.entry("receipt_state", "status"),
            Map.entry("delivered", "delivered"));

    private Setups() {}

    static GatewaySetup of(String supplier, String password, String url) {
        return of(new Id<>(1), supplier, password, url);
    }

    static GatewaySetup of(Id<GatewaySetup> id, String supplier, String password, String url) {
        Map<String, String> settings = new HashMap<>(settings(supplier));
        settings.put("url", url);
        return new GatewaySetup(id, supplier, supplier, settings, Map.of(secret(supplier), new Secret(password)), USE);
    }

    static String url(String supplier, String stub) {
        return stub
                + switch (supplier) {
                    case "vonage", "http" -> "/sms/json";
                    case "clickatell" -> "/v1/message";
                    case "clickatell-http" -> "/http";
                    case "aspsms" -> "/SendTextSMS";
                    case "aspsms-xml" -> "/xmlsvr.asp";
                    case "kannel" -> "/cgi-bin/sendsms";
                    default -> "";
                };
    }

    private static String secret(String supplier) {
        return switch (supplier) {
            case "vonage" -> "api_secret";
            case "clickatell" -> "api_key";
            case "orange" -> "client_secret";
            default -> "password";
        };
    }

    private static Map<String, String> settings(String supplier) {
        return switch (supplier) {
            case "vonage" -> Map.of("api_key", "key", "from", "Slipway");
            case "clickatell-http" -> Map.of("api_id", "1", "user", "u");
            case "aspsms", "aspsms-xml" -> Map.of("user_key", "k", "from", "Slipway");
            case "orange" -> Map.of("client_id", "id", "sender", "+2210000");
            case "kannel" -> Map.of("username", "u", "from", "Slipway");
            case "http" -> GENERIC;
            default -> Map.of();
        };
    }
}
