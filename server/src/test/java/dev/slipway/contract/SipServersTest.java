package dev.slipway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.SipServer;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.wire.sip.Ha1;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a SIP server reads, by its own role, and what it can not. */
class SipServersTest {
    private static final Secret PASSWORD = new Secret("password-of-the-role");

    private House house;
    private User ada;
    private SipServer server;

    @BeforeEach
    void open() {
        house = new House();
        ada = Samples.user(house.id(), "ada");
        server = new SipServer(house.id(), "kamailio", "slipway_sip_" + house.id(), House.NOON);
        house.change(stores -> {
            stores.users().add(ada);
            stores.accounts().add(account("before@example.com", Account.State.ACTIVE));
            stores.sipServers().open(server, PASSWORD);
        });
    }

    @AfterEach
    void close() {
        house.change(stores ->
                stores.sipServers().all().forEach(one -> stores.sipServers().close(one.id())));
        house.close();
    }

    private Account account(String address, Account.State state) {
        return new Account(
                house.id(),
                ada.id(),
                "sip",
                address,
                Optional.of(new Secret("s3cret")),
                new Account.Service("", "", state));
    }

    private Account added(String address, Account.State state) {
        Account account = account(address, state);
        house.change(stores -> stores.accounts().add(account));
        return account;
    }

    /** By a connection of the SIP server's own. */
    private List<String> read(String statement) throws SQLException {
        var place = house.read(stores -> stores.sipServers().place());
        String url = "jdbc:postgresql://%s:%d/%s".formatted(place.host(), place.port(), place.database());
        List<String> rows = new ArrayList<>();
        try (var connection = DriverManager.getConnection(url, server.role(), PASSWORD.reveal());
                var result = connection.createStatement().executeQuery(statement)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    private List<String> subscribers() throws SQLException {
        return read("select username || '@' || domain || ' ' || ha1 from subscriber order by username");
    }

    private static String row(String user) {
        return user + "@example.com " + Ha1.of(user, "example.com", "s3cret");
    }

    @Test
    void it_reads_accounts_that_were_there_before_and_those_that_come() throws SQLException {
        added("later@example.com", Account.State.ACTIVE);

        assertThat(subscribers()).containsExactly(row("before"), row("later"));
        assertThat(read("select table_version from version where table_name = 'subscriber'"))
                .containsExactly("7");
    }

    @Test
    void only_active_accounts_of_active_users_may_register() throws SQLException {
        Account waiting = added("waiting@example.com", Account.State.DISABLED);
        assertThat(subscribers()).containsExactly(row("before"));
        house.change(stores -> stores.accounts().replace(waiting.in(Account.State.ACTIVE)));
        assertThat(subscribers()).containsExactly(row("before"), row("waiting"));
        house.change(stores -> stores.users()
                .replace(new User(ada.id(), ada.login(), ada.person(), User.State.DISABLED, ada.credential())));
        assertThat(subscribers()).isEmpty();
    }

    @Test
    void a_changed_secret_is_another_hash_and_a_removed_account_is_none() throws SQLException {
        Account account = added("zoe@example.com", Account.State.ACTIVE);
        house.change(stores -> stores.accounts()
                .replace(new Account(
                        account.id(),
                        account.user(),
                        account.kind(),
                        account.address(),
                        Optional.of(new Secret("other")),
                        account.service())));
        assertThat(subscribers()).contains("zoe@example.com " + Ha1.of("zoe", "example.com", "other"));
        house.change(stores -> stores.accounts().remove(account.id()));
        assertThat(subscribers()).containsExactly(row("before"));
    }

    @Test
    void it_reads_nothing_else_and_nothing_of_another_tenant() throws SQLException {
        house.elsewhere(stores -> {
            User other = Samples.user(house.id(), "other");
            stores.users().add(other);
            stores.accounts()
                    .add(new Account(
                            house.id(),
                            other.id(),
                            "sip",
                            "other@example.com",
                            Optional.of(new Secret("s3cret")),
                            new Account.Service("", "", Account.State.ACTIVE)));
            return true;
        });

        assertThat(subscribers()).containsExactly(row("before"));
        for (String table : List.of("account", "public.account", "public.sip_credential", "public.sip_server")) {
            assertThatThrownBy(() -> read("select 1 from " + table)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void hashes_rest_only_while_somebody_reads_them() {
        house.change(stores -> stores.sipServers().close(server.id()));
        Id<Account> id = added("none@example.com", Account.State.ACTIVE).id();

        long hashes = house.jdbi().withHandle(handle -> handle.createQuery("select count(*) from sip_credential")
                .mapTo(Long.class)
                .one());
        assertThat(hashes).isZero();
        house.change(stores -> stores.accounts().remove(id));
    }
}
