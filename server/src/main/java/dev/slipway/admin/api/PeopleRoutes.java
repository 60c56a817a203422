package dev.slipway.admin.api;

import dev.slipway.admin.act.devices.DeviceKinds;
import dev.slipway.admin.act.people.IssueToken;
import dev.slipway.admin.act.people.Members;
import dev.slipway.admin.act.people.PeopleKinds;
import dev.slipway.admin.act.people.SetMembership;
import dev.slipway.admin.act.people.SetPassword;
import dev.slipway.admin.act.people.TokenForm;
import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.User;
import io.vertx.core.http.HttpMethod;
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
        Stream<Route> people = Stream.of(
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
        return Stream.concat(people, MemberRoutes.all());
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

    /**
     * Who is in which group, for one kind of members.
     *
     * @param <T> the member
     */
    private record MemberRoutes<T extends Identified<T>>(Members<T> members, RecordRoutes<T, ?> records) {
        private static final RecordRoutes<Group, ?> GROUPS = new RecordRoutes<>(PeopleKinds.GROUP);

        static Stream<Route> all() {
            return Stream.concat(
                    of(Members.USERS).routes(), of(DeviceKinds.MEMBERS).routes());
        }

        private static <T extends Identified<T>> MemberRoutes<T> of(Members<T> members) {
            return new MemberRoutes<>(members, new RecordRoutes<>(members.kind()));
        }

        private Stream<Route> routes() {
            String list = GROUPS.one() + "/" + members.kind().naming().words();
            String one = list + "/{" + records.parameter() + "}";
            return Stream.of(
                    Route.get(list, this::in),
                    new Route(HttpMethod.PUT, one, Route.Input.NOTHING, call -> set(call, true)),
                    Route.delete(one, call -> set(call, false)),
                    Route.get(records.one() + "/groups", this::groupsOf));
        }

        private Reply in(Call call) {
            return call.see(
                    members.kind().area(),
                    acting -> records.page(
                            acting, members.in(acting, call.path(GROUPS.parameter()), call.page()), call.page()));
        }

        private Reply groupsOf(Call call) {
            return call.see(
                    members.kind().area(),
                    acting -> GROUPS.listed(
                            acting, members.groupsOf(acting, call.path(records.parameter())), call.page()));
        }

        private Reply set(Call call, boolean isIn) {
            return call.run(
                    new SetMembership<>(members, call.path(GROUPS.parameter()), call.path(records.parameter()), isIn),
                    (acting, changed) -> Reply.done());
        }
    }
}
