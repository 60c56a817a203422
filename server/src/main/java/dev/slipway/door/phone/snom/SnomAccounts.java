package dev.slipway.door.phone.snom;

import dev.slipway.door.phone.keys.AccountSheet;
import dev.slipway.door.phone.keys.Written;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The identities of a phone; those without an account are emptied. */
final class SnomAccounts {
    /** As many as the largest snom phone has; a smaller one passes over the rest. */
    static final int POSITIONS = 12;

    private SnomAccounts() {}

    /** All of them, by key. */
    static Map<SnomKey, Written> of(List<AccountSheet> accounts) {
        Map<SnomKey, Written> written = new HashMap<>();
        for (AccountSheet account : accounts) {
            composed(account).forEach((name, value) -> written.put(SnomKey.of(name, account.position()), value));
            account.own().forEach((name, value) -> written.put(SnomKey.of(name, account.position()), value));
        }
        Set<Integer> taken = accounts.stream().map(AccountSheet::position).collect(Collectors.toSet());
        for (int position = 1; position <= POSITIONS; position++) {
            if (!taken.contains(position)) {
                revoke(position, written);
            }
        }
        return written;
    }

    private static void revoke(int position, Map<SnomKey, Written> written) {
        written.put(SnomKey.of("user_active", position), Written.locked("off"));
        for (String name : List.of("user_host", "user_name", "user_pname", "user_pass")) {
            written.put(SnomKey.of(name, position), Written.locked(""));
        }
    }

    /** Forwarding is on where it has a target. */
    private static void forwarding(AccountSheet account, Map<String, Written> composed) {
        for (String kind : List.of("all", "busy", "time")) {
            Written target = account.own().get("fwd_" + kind + "_target");
            if (target != null) {
                String on = target.value().isEmpty() ? "off" : "on";
                composed.put("fwd_" + kind + "_enabled", new Written(on, target.ownership()));
            }
        }
    }

    private static Map<String, Written> composed(AccountSheet account) {
        Map<String, Written> composed = new HashMap<>();
        composed.put("user_active", Written.locked("on"));
        composed.put("user_realname", Written.locked(account.displayName()));
        composed.put("user_idle_text", Written.locked(account.account().label()));
        composed.put("user_name", Written.locked(account.userName()));
        composed.put("user_pname", Written.locked(account.authName()));
        composed.put("user_pass", Written.locked(account.secret()));
        composed.put(
                "user_host",
                new Written(
                        account.registrar() + account.port("account.registrar_port"),
                        account.ownership("account.registrar")));
        composed.put("user_outbound", outbound(account));
        account.of("account.srtp").ifPresent(srtp -> {
            composed.put(
                    "user_srtp", new Written(srtp.equals("off") ? "off" : "on", account.ownership("account.srtp")));
            composed.put("user_savp", new Written(savp(srtp), account.ownership("account.srtp")));
        });
        forwarding(account, composed);
        return composed;
    }

    /** {@code HOST:PORT;transport=TRANSPORT}; empty when neither a proxy nor a transport is asked for. */
    private static Written outbound(AccountSheet account) {
        String transport = account.of("account.transport")
                .map(name -> ";transport=" + name)
                .orElse("");
        String host = account.of("account.outbound_proxy")
                .map(proxy -> proxy + account.port("account.outbound_proxy_port"))
                .orElse(transport.isEmpty() ? "" : account.registrar() + account.port("account.registrar_port"));
        return new Written(host + transport, account.ownership("account.outbound_proxy"));
    }

    private static String savp(String srtp) {
        return switch (srtp) {
            case "optional" -> "optional";
            case "required" -> "mandatory";
            default -> "off";
        };
    }
}
