package dev.slipway.base.store.people;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.people.SipServer;
import dev.slipway.base.fleet.people.SipServers;
import dev.slipway.base.store.sql.Columns;
import dev.slipway.base.store.sql.Desk;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** SIP servers, each with a role of its own that may read the views of the schema {@code sip}. */
record JdbcSipServers(Desk desk) implements SipServers {
    private static final String QUERY = "select * from sip_server where tenant = :tenant";

    private static final String HA1 = """
            select c.ha1 from sip_credential c
              join account a on a.tenant = c.tenant and a.id = c.account and a.state = 'active'
              join "user" u on u.tenant = a.tenant and u.id = a."user" and u.state = 'active'
            where c.tenant = :tenant and c.username = :user and c.domain = :domain""";

    /** What may stand in a statement as it is: names and passwords that the house draws. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,63}");

    @Override
    public List<SipServer> all() {
        return desk.sql(QUERY + " order by lower(name)").list(JdbcSipServers::read);
    }

    @Override
    public Optional<SipServer> named(String name) {
        return desk.sql(QUERY + " and lower(name) = lower(:name)")
                .bind("name", name)
                .first(JdbcSipServers::read);
    }

    static SipServer read(Columns row) throws SQLException {
        return new SipServer(row.id("id"), row.text("name"), row.text("role"), row.instant("created_at"));
    }

    @Override
    public void open(SipServer server, Secret password) {
        if (!mayMakeRoles()) {
            throw new Refusal(
                    "sip-server.no-right",
                    "The user of the database may make no roles: let its administrator grant it CREATEROLE.");
        }
        desk.sql("""
                        insert into sip_server (tenant, id, name, role, created_at)
                        values (:tenant, :id, :name, :role, :created)""")
                .bind("id", server.id())
                .bind("name", server.name())
                .bind("role", server.role())
                .bind("created", server.created())
                .run();
        String role = plain(server.role());
        desk.statement("create role \"%s\" login password '%s'".formatted(role, plain(password.reveal())));
        desk.statement("alter role \"%s\" set search_path = sip".formatted(role));
        desk.statement("grant usage on schema sip to \"%s\"".formatted(role));
        desk.statement("grant select on sip.subscriber, sip.version to \"%s\"".formatted(role));
        fill();
    }

    private boolean mayMakeRoles() {
        return desk.sql("""
                        select rolsuper or rolcreaterole as may from pg_roles
                        where rolname = current_user and :tenant > 0""").first(row -> row.truth("may")).orElse(false);
    }

    /** Every account of the tenant, a page at a time. */
    private void fill() {
        var credentials = new SipCredentials(desk);
        new JdbcAccounts(desk).stream().forEach(credentials::keep);
    }

    @Override
    public void close(Id<SipServer> server) {
        desk.sql(QUERY + " and id = :id")
                .bind("id", server)
                .first(JdbcSipServers::read)
                .ifPresent(found -> {
                    String role = plain(found.role());
                    desk.statement("revoke all on sip.subscriber, sip.version from \"%s\"".formatted(role));
                    desk.statement("revoke all on schema sip from \"%s\"".formatted(role));
                    desk.statement("drop role \"%s\"".formatted(role));
                    desk.sql("delete from sip_server where tenant = :tenant and id = :id")
                            .bind("id", server)
                            .run();
                });
        if (all().isEmpty()) {
            new SipCredentials(desk).forget();
        }
    }

    @Override
    public Optional<String> ha1(String user, String domain) {
        return desk.sql(HA1).bind("user", user).bind("domain", domain).first(row -> row.text("ha1"));
    }

    @Override
    public Place place() {
        return desk.sql("""
                        select coalesce(host(inet_server_addr()), 'localhost') as host, inet_server_port() as port,
                          current_database() as database where :tenant > 0""")
                .first(row -> new Place(row.text("host"), row.small("port"), row.text("database")))
                .orElseThrow();
    }

    private static String plain(String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException("no plain text for a statement");
        }
        return text;
    }
}
