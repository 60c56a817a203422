package dev.slipway.admin.act.people;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Form;
import dev.slipway.admin.act.Shape;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.people.Administrator;
import dev.slipway.base.fleet.people.Role;
import java.util.List;
import java.util.Optional;

/**
 * An administrator.
 *
 * @param groups names of the groups it may act on; left out or empty for all
 * @param password left out: as before; never shown
 */
record AdministratorForm(String login, Role role, Optional<List<String>> groups, Optional<Secret> password)
        implements Form<Administrator> {
    static AdministratorForm of(Acting acting, Administrator administrator) {
        return new AdministratorForm(
                administrator.login(),
                administrator.role(),
                Optional.of(administrator.groups().stream()
                        .map(id -> acting.name(PeopleKinds.GROUP, id))
                        .toList()),
                Optional.empty());
    }

    @Override
    public String subject() {
        return login;
    }

    @Override
    public Administrator fill(Acting acting, Id<Administrator> id, Optional<Administrator> before) {
        return new Administrator(
                id,
                Shape.LOGIN.check(login),
                role,
                password.map(acting.means().passwords()::hash).or(() -> before.flatMap(Administrator::credential)),
                groups.orElse(List.of()).stream()
                        .map(name -> acting.find(PeopleKinds.GROUP, name).id())
                        .toList());
    }
}
