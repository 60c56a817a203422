package dev.slipway.base.store.messages;

import dev.slipway.base.fleet.Secret;
import dev.slipway.base.store.SecretPlace;
import dev.slipway.base.store.sql.Desk;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Secrets with names, sealed together: one column, and nobody sees how many there are or what they are called. */
final class SealedMap {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private SealedMap() {}

    static String seal(Desk desk, SecretPlace place, Map<String, Secret> secrets) {
        var revealed = new TreeMap<String, String>();
        secrets.forEach((name, secret) -> revealed.put(name, secret.reveal()));
        return desk.box().seal(place, new Secret(write(revealed)));
    }

    static Map<String, Secret> unseal(Desk desk, SecretPlace place, String sealed) {
        var secrets = new TreeMap<String, Secret>();
        read(desk.box().unseal(place, sealed).reveal()).forEach((name, text) -> secrets.put(name, new Secret(text)));
        return secrets;
    }

    static String write(Map<String, String> texts) {
        return JSON.writeValueAsString(new TreeMap<>(texts));
    }

    static Map<String, String> read(String json) {
        return JSON.readValue(json, TEXTS);
    }
}
