package dev.slipway.base.store.people;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.wire.sip.Ha1;
import java.util.Optional;

/**
 * The hashes that SIP servers read, kept only for tenants that have one: they rest readable, while passwords rest
 * sealed.
 */
record SipCredentials(Desk desk) {
    private static final String KIND = "sip";

    /** Keeps that of an account, new or changed. */
    void keep(Account account) {
        int at = account.address().lastIndexOf('@');
        Optional<Secret> secret = account.secret().filter(some -> account.kind().equals(KIND) && at > 0);
        if (secret.isEmpty()) {
            forget(account.id());
            return;
        }
        String user = account.address().substring(0, at);
        String domain = account.address().substring(at + 1);
        desk.sql("""
                        insert into sip_credential (tenant, account, username, domain, ha1, ha1b)
                        select :tenant, :account, :username, :domain, :ha1, :ha1b
                        where exists (select from sip_server where tenant = :tenant)
                        on conflict (tenant, account) do update set
                          username = excluded.username, domain = excluded.domain,
                          ha1 = excluded.ha1, ha1b = excluded.ha1b""")
                .bind("account", account.id())
                .bind("username", user)
                .bind("domain", domain)
                .bind("ha1", Ha1.of(user, domain, secret.get().reveal()))
                .bind("ha1b", Ha1.of(account.address(), domain, secret.get().reveal()))
                .run();
    }

    private void forget(Id<Account> account) {
        desk.sql("delete from sip_credential where tenant = :tenant and account = :account")
                .bind("account", account)
                .run();
    }

    /** Forgets all of the tenant. */
    void forget() {
        desk.sql("delete from sip_credential where tenant = :tenant").run();
    }
}
