package dev.slipway.admin.api;

import dev.slipway.admin.act.devices.DeviceKinds;
import dev.slipway.admin.act.people.Members;
import dev.slipway.admin.act.people.PeopleKinds;
import dev.slipway.admin.act.people.SetMembership;
import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.people.Group;
import io.vertx.core.http.HttpMethod;
import java.util.stream.Stream;

/**
 * Who is in which group, for one kind of members.
 *
 * @param <T> the member
 */
record MemberRoutes<T extends Identified<T>>(Members<T> members, RecordRoutes<T, ?> records) {
    private static final RecordRoutes<Group, ?> GROUPS = new RecordRoutes<>(PeopleKinds.GROUP);

    static Stream<Route> all() {
        return Stream.concat(of(Members.USERS).routes(), of(DeviceKinds.MEMBERS).routes());
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
                acting -> GROUPS.listed(acting, members.groupsOf(acting, call.path(records.parameter())), call.page()));
    }

    private Reply set(Call call, boolean isIn) {
        return call.run(
                new SetMembership<>(members, call.path(GROUPS.parameter()), call.path(records.parameter()), isIn),
                (acting, changed) -> Reply.done());
    }
}
