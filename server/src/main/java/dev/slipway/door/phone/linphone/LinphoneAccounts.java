package dev.slipway.door.phone.linphone;

import dev.slipway.base.wire.sip.Ha1;
import dev.slipway.door.phone.keys.AccountSheet;
import dev.slipway.door.phone.keys.Written;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The sections {@code proxy_N} and {@code auth_info_N} of each account, N from 0. */
final class LinphoneAccounts {
    private static final String REALM = "auth_info_X.realm";
    private static final String X = "_X.";

    private LinphoneAccounts() {}

    /** All of them; those of positions without account are written so that nothing registers. */
    static Map<String, Written> of(List<AccountSheet> accounts, int positions) {
        Map<String, Written> entries = new TreeMap<>();
        for (AccountSheet account : accounts) {
            Map<String, Written> own = new TreeMap<>(composed(account));
            own.putAll(account.own());
            own.forEach((key, written) -> entries.put(numbered(key, account.position()), written));
        }
        Set<Integer> taken = accounts.stream().map(AccountSheet::position).collect(Collectors.toSet());
        for (int position = 1; position <= positions; position++) {
            if (!taken.contains(position)) {
                revoke(position, entries);
            }
        }
        return entries;
    }

    private static void revoke(int position, Map<String, Written> entries) {
        entries.put(numbered("proxy_X.reg_sendregister", position), Written.locked("0"));
        for (String key : List.of("username", "userid", "passwd", "ha1")) {
            entries.put(numbered("auth_info_X." + key, position), Written.locked(""));
        }
    }

    private static String numbered(String key, int position) {
        return key.replace(X, "_" + (position - 1) + ".");
    }

    private static Map<String, Written> composed(AccountSheet account) {
        Map<String, Written> entries = new TreeMap<>();
        String identity = "sip:" + account.userName() + "@" + account.domain();
        String quoted = account.displayName().replace("\\", "\\\\").replace("\"", "\\\"");
        entries.put("proxy_X.reg_identity", Written.locked("\"" + quoted + "\" <" + identity + ">"));
        entries.put("proxy_X.reg_proxy", Written.locked(proxy(account)));
        entries.put("proxy_X.reg_route", Written.locked(route(account)));
        entries.put("proxy_X.reg_sendregister", Written.locked("1"));
        credentials(account, entries);
        return entries;
    }

    /** The hash and never the password: the client keeps an older hash beside a newer password. */
    private static void credentials(AccountSheet account, Map<String, Written> entries) {
        Written given = account.own().get(REALM);
        String realm = given == null ? account.domain() : given.value();
        entries.put("auth_info_X.username", Written.locked(account.userName()));
        entries.put("auth_info_X.userid", Written.locked(account.authName()));
        entries.put("auth_info_X.domain", Written.locked(account.domain()));
        entries.put(REALM, Written.locked(realm));
        entries.put("auth_info_X.passwd", Written.locked(""));
        entries.put("auth_info_X.ha1", Written.locked(Ha1.of(account.authName(), realm, account.secret())));
        entries.put("auth_info_X.algorithm", Written.locked("MD5"));
    }

    private static String proxy(AccountSheet account) {
        return "<sip:" + account.registrar() + account.port("account.registrar_port") + transport(account) + ">";
    }

    private static String route(AccountSheet account) {
        return account.of("account.outbound_proxy")
                .map(host -> "<sip:" + host + account.port("account.outbound_proxy_port") + transport(account) + ";lr>")
                .orElse("");
    }

    private static String transport(AccountSheet account) {
        return account.of("account.transport").map(name -> ";transport=" + name).orElse("");
    }
}
