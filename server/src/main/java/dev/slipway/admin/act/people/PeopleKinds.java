package dev.slipway.admin.act.people;

import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Kind;
import dev.slipway.admin.act.Kind.Naming;
import dev.slipway.admin.act.Kind.Portrait;
import dev.slipway.admin.act.Reach;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.Administrator;
import dev.slipway.base.fleet.people.ApiToken;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.SecurityModel;
import dev.slipway.base.fleet.people.User;
import java.util.Map;

/** The kinds of record about people. */
public final class PeopleKinds {
    /** A person with devices. */
    public static final Kind<User, UserForm> USER = new Kind<>(
            new Naming<>("user", "users", User::login),
            Area.PEOPLE,
            Stores::users,
            Reach::covers,
            new Portrait<>(
                    UserForm.class,
                    UserForm::of,
                    (acting, user) -> Map.of("has_password", user.credential().isPresent())));

    /** A set of users and devices. */
    public static final Kind<Group, GroupForm> GROUP = new Kind<>(
            new Naming<>("group", "groups", Group::name),
            Area.LAYOUT,
            Stores::groups,
            Reach::covers,
            new Portrait<>(GroupForm.class, GroupForm::of));

    /** A service identity of a user. */
    public static final Kind<Account, AccountForm> ACCOUNT = new Kind<>(
            new Naming<>("account", "accounts", Account::address),
            Area.PEOPLE,
            Stores::accounts,
            (reach, account) -> reach.coversUser(account.user()),
            new Portrait<>(
                    AccountForm.class,
                    AccountForm::of,
                    (acting, account) -> Map.of("has_secret", account.secret().isPresent())));

    /** How traffic is protected. */
    public static final Kind<SecurityModel, SecurityModelForm> SECURITY_MODEL = new Kind<>(
            new Naming<>("security-model", "security-models", SecurityModel::name),
            Area.LAYOUT,
            Stores::securityModels,
            new Portrait<>(SecurityModelForm.class, SecurityModelForm::of));

    /** Who runs the house. */
    public static final Kind<Administrator, AdministratorForm> ADMINISTRATOR = new Kind<>(
            new Naming<>("administrator", "administrators", Administrator::login),
            Area.SERVER,
            Stores::administrators,
            new Portrait<>(AdministratorForm.class, AdministratorForm::of));

    /** With which it calls the REST API. */
    public static final Kind<ApiToken, TokenForm> TOKEN = new Kind<>(
            new Naming<>("token", "tokens", ApiToken::name),
            Area.SERVER,
            Stores::apiTokens,
            new Portrait<>(TokenForm.class, TokenForm::of));

    private PeopleKinds() {}
}
