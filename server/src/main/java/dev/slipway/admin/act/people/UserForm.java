package dev.slipway.admin.act.people;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Form;
import dev.slipway.admin.act.Shape;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.people.User;
import java.util.List;
import java.util.Optional;

/**
 * A user.
 *
 * @param state active when left out
 * @param groups names of all groups it shall be in directly; left out: as before
 * @param password left out: as before; never shown
 */
public record UserForm(
        String login,
        Optional<PersonForm> person,
        Optional<User.State> state,
        Optional<List<String>> groups,
        Optional<Secret> password)
        implements Form<User> {

    static UserForm of(Acting acting, User user) {
        return new UserForm(
                user.login(),
                Optional.of(PersonForm.of(user.person())),
                Optional.of(user.state()),
                Optional.of(Members.USERS.groups(acting, user.id())),
                Optional.empty());
    }

    @Override
    public String subject() {
        return login;
    }

    @Override
    public User fill(Acting acting, Id<User> id, Optional<User> before) {
        return new User(
                id,
                Shape.LOGIN.check(login),
                person.orElse(PersonForm.NOBODY).person(),
                state.orElse(User.State.ACTIVE),
                password.map(acting.means().passwords()::hash).or(() -> before.flatMap(User::credential)));
    }

    @Override
    public void settle(Acting acting, User kept) {
        groups.ifPresent(names -> Members.USERS.place(acting, kept.id(), names));
    }
}
