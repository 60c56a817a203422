package dev.slipway.door.phone.yealink;

import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.door.phone.keys.AccountSheet;
import dev.slipway.door.phone.keys.Written;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The accounts of a phone; those of positions without account are switched off and emptied. */
final class YealinkAccounts {
    /** As many as the largest phone has; a smaller one passes over the rest. */
    static final int POSITIONS = 16;

    private static final List<String> CODECS = List.of("opus", "g722", "pcma", "pcmu", "g729", "ilbc");
    private static final String TARGET = "_fwd.target";

    private YealinkAccounts() {}

    static SortedMap<String, Written> of(List<AccountSheet> accounts) {
        SortedMap<String, Written> lines = new TreeMap<>();
        for (AccountSheet account : accounts) {
            Map<String, Written> own = composed(account);
            own.putAll(account.own());
            own.forEach((key, written) -> lines.put(numbered(key, account.position()), written));
        }
        Set<Integer> taken = accounts.stream().map(AccountSheet::position).collect(Collectors.toSet());
        for (int position = 1; position <= POSITIONS; position++) {
            if (!taken.contains(position)) {
                lines.put(numbered("account.X.enable", position), Written.locked("0"));
                for (String name : List.of("user_name", "auth_name", "password")) {
                    lines.put(numbered("account.X." + name, position), Written.locked(""));
                }
            }
        }
        return lines;
    }

    /** An X that stands alone between dots or at the end. */
    private static String numbered(String key, int position) {
        return Arrays.stream(key.split("\\.", -1))
                .map(part -> part.equals("X") ? Integer.toString(position) : part)
                .collect(Collectors.joining("."));
    }

    private static Map<String, Written> composed(AccountSheet account) {
        Map<String, Written> lines = new TreeMap<>();
        lines.put("account.X.enable", Written.locked("1"));
        lines.put("account.X.label", Written.locked(account.account().label()));
        lines.put("account.X.display_name", Written.locked(account.displayName()));
        lines.put("account.X.user_name", Written.locked(account.userName()));
        lines.put("account.X.auth_name", Written.locked(account.authName()));
        lines.put("account.X.password", Written.locked(account.secret()));
        lines.put("account.X.sip_server.1.address", Written.locked(account.registrar()));
        String proxy = account.of("account.outbound_proxy").map(host -> "1").orElse("0");
        lines.put("account.X.outbound_proxy_enable", Written.locked(proxy));
        account.of("account.session_timer_seconds")
                .ifPresent(seconds ->
                        lines.put("account.X.session_timer.enable", Written.locked(seconds.equals("0") ? "0" : "1")));
        forwarding(account, lines);
        account.of("account.codecs")
                .ifPresent(codecs -> codecs(List.of(codecs.split(",")), account.ownership("account.codecs"), lines));
        return lines;
    }

    private static void forwarding(AccountSheet account, Map<String, Written> lines) {
        for (String kind : List.of("always", "busy", "timeout")) {
            Written target = account.own().get("account.X." + kind + TARGET);
            if (target != null) {
                String on = target.value().isEmpty() ? "0" : "1";
                lines.put("account.X." + kind + "_fwd.enable", new Written(on, target.ownership()));
            }
        }
    }

    /** Each codec has a switch and a place, 1 for the preferred. */
    private static void codecs(List<String> chosen, Ownership ownership, Map<String, Written> lines) {
        for (String codec : CODECS) {
            int place = chosen.indexOf(codec);
            String prefix = "account.X.codec." + codec;
            lines.put(prefix + ".enable", new Written(place < 0 ? "0" : "1", ownership));
            lines.put(prefix + ".priority", new Written(Integer.toString(place + 1), ownership));
        }
    }
}
