package dev.slipway.door.phone.yealink;

import dev.slipway.core.settings.EffectiveValue;
import dev.slipway.door.phone.keys.Written;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Neutral settings of the device that are more than one parameter, or parts of one. */
record YealinkNeutral(Map<String, EffectiveValue> values) {
    private static final int SECONDS_PER_MINUTE = 60;

    /** Rules of zones change; the same order must give the same bytes on every day. */
    private static final Instant RULES_OF = Instant.parse("2026-01-01T00:00:00Z");

    YealinkNeutral {
        values = Map.copyOf(values);
    }

    Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        values.forEach((key, value) -> texts.put(key, value.value()));
        return texts;
    }

    Map<String, Written> composed(List<String> warnings) {
        Map<String, Written> composed = new TreeMap<>();
        vlan("network.vlan_id", "static.network.vlan.internet_port_enable", composed);
        vlan("network.pc_vlan_id", "static.network.vlan.pc_port_enable", composed);
        put("network.syslog_server", "static.syslog.enable", "1", composed);
        put("network.vpn_url", "static.network.vpn_enable", "1", composed);
        password("web.admin_password", "admin", composed);
        password("web.password", "user", composed);
        zone(composed, warnings);
        return composed;
    }

    private void put(String neutral, String own, String word, Map<String, Written> composed) {
        EffectiveValue value = values.get(neutral);
        if (value != null) {
            composed.put(own, new Written(value.value().isEmpty() ? "0" : word, value.ownership()));
        }
    }

    private void vlan(String neutral, String own, Map<String, Written> composed) {
        EffectiveValue value = values.get(neutral);
        if (value != null) {
            composed.put(own, new Written(value.value().equals("0") ? "0" : "1", value.ownership()));
        }
    }

    /** {@code ROLE:PASSWORD}; the line of the administrator wins where both are given, since there is one parameter. */
    private void password(String neutral, String role, Map<String, Written> composed) {
        EffectiveValue value = values.get(neutral);
        if (value != null) {
            composed.putIfAbsent(
                    "static.security.user_password", new Written(role + ":" + value.value(), value.ownership()));
        }
    }

    /** The offset without daylight saving time, which {@code summer_time} 2 (automatic) takes from the name. */
    private void zone(Map<String, Written> composed, List<String> warnings) {
        EffectiveValue value = values.get("time.zone");
        if (value == null) {
            return;
        }
        try {
            ZoneId zone = ZoneId.of(value.value());
            ZoneOffset offset = zone.getRules().getStandardOffset(RULES_OF);
            composed.put("local_time.time_zone", new Written(sign(offset), value.ownership()));
            composed.put("local_time.summer_time", new Written("2", value.ownership()));
        } catch (DateTimeException unknown) {
            warnings.add("time.zone is left out: the IANA database has no zone of that name");
        }
    }

    /** {@code +1}, {@code -3:30}. */
    private static String sign(ZoneOffset offset) {
        int minutes = Math.abs(offset.getTotalSeconds()) / SECONDS_PER_MINUTE;
        String text = (offset.getTotalSeconds() < 0 ? "-" : "+") + minutes / SECONDS_PER_MINUTE;
        int rest = minutes % SECONDS_PER_MINUTE;
        return rest == 0 ? text : text + ":" + rest;
    }
}
