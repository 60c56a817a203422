package dev.slipway.admin.api;

import dev.slipway.admin.act.people.IssueToken;
import dev.slipway.admin.act.people.PeopleKinds;
import dev.slipway.admin.act.people.SetPassword;
import dev.slipway.admin.act.people.TokenForm;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.people.User;
import java.util.Optional;
import java.util.stream.Stream;

/** Operations on people that are more than keeping a record. */
final class PeopleRoutes {
    private static final RecordRoutes<User, ?> USERS = new RecordRoutes<>(PeopleKinds.USER);

    private PeopleRoutes() {}

    /** The body of a request to set a password; left out to take it away. */
    record PasswordForm(Optional<Secret> password) {}

    static Stream<Route> all() {
        var accounts = new RecordRoutes<>(PeopleKinds.ACCOUNT);
        var tokens = new RecordRoutes<>(PeopleKinds.TOKEN);
        return Stream.of(
                Route.put(USERS.one() + "/password", PeopleRoutes::password),
                Route.get(
                        USERS.one() + "/accounts",
                        call -> call.see(
                                PeopleKinds.ACCOUNT.area(),
                                acting -> accounts.listed(
                                        acting,
                                        acting.stores()
                                                .accounts()
                                                .of(acting.find(PeopleKinds.USER, call.path("user"))
                                                        .id()),
                                        call.page()))),
                tokens.list(),
                tokens.show(),
                tokens.remove(),
                Route.post(tokens.all(), PeopleRoutes::issueToken));
    }

    private static Reply password(Call call) {
        Optional<Secret> password = call.form(PasswordForm.class).password();
        return call.run(new SetPassword(call.path("user"), password), (acting, user) -> Reply.done());
    }

    private static Reply issueToken(Call call) {
        return call.run(
                new IssueToken(call.form(TokenForm.class)),
                (acting, issued) -> Reply.createdSecret(new RecordRoutes<>(PeopleKinds.TOKEN)
                        .view(acting, issued.record())
                        .put("token", issued.token().reveal())));
    }
}
