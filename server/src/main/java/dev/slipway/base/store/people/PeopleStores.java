package dev.slipway.base.store.people;

import dev.slipway.base.fleet.Named;
import dev.slipway.base.fleet.Records;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.Accounts;
import dev.slipway.base.fleet.people.Administrator;
import dev.slipway.base.fleet.people.ApiToken;
import dev.slipway.base.fleet.people.Groups;
import dev.slipway.base.fleet.people.SecurityModel;
import dev.slipway.base.fleet.people.SipServer;
import dev.slipway.base.fleet.people.SipServers;
import dev.slipway.base.fleet.people.Users;
import dev.slipway.base.fleet.people.Webhooks;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.NamedRows;
import dev.slipway.base.store.sql.Reading;
import dev.slipway.base.store.sql.Rows;
import dev.slipway.base.store.sql.Shape;
import dev.slipway.base.store.sql.Table;

/**
 * The stores of people at one desk.
 */
public record PeopleStores(Desk desk) {
    /** A query for accounts, to be continued with a condition. */
    public static final String ACCOUNT_QUERY = Shape.query("account", "");

    /** Users. */
    public Users users() {
        return new JdbcUsers(desk);
    }

    /** Groups. */
    public Groups groups() {
        return new JdbcGroups(desk);
    }

    /** Makes an account of its row; its secret is opened at this desk. */
    public Reading<Account> account() {
        return JdbcAccounts.shape(desk).reading();
    }

    /** Accounts. */
    public Accounts accounts() {
        return new JdbcAccounts(desk);
    }

    /** Makes a SIP server of its row, for the look-up without a tenant. */
    public static Reading<SipServer> sipServer() {
        return JdbcSipServers::read;
    }

    /** SIP servers. */
    public SipServers sipServers() {
        return new JdbcSipServers(desk);
    }

    /** Webhooks. */
    public Webhooks webhooks() {
        return new JdbcWebhooks(desk);
    }

    /** Security models; no device is answered by them alone. */
    public Named<SecurityModel> securityModels() {
        var table = new Table<>(desk, PeopleShapes.SECURITY_MODEL);
        return (NamedRows<SecurityModel>) () -> table;
    }

    /** Administrators. */
    public Named<Administrator> administrators() {
        return new JdbcAdministrators(desk);
    }

    /** API tokens. */
    public Records<ApiToken> apiTokens() {
        var table = new Table<>(desk, PeopleShapes.API_TOKEN);
        return (Rows<ApiToken>) () -> table;
    }
}
