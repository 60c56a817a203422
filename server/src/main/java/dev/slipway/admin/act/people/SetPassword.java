package dev.slipway.admin.act.people;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.people.User;
import java.util.Optional;

/**
 * Sets a user's password, or takes it away so that nobody can log on with one.
 *
 * @param user login or id
 */
public record SetPassword(String user, Optional<Secret> password) implements Command<User> {
    @Override
    public Area area() {
        return Area.PEOPLE;
    }

    @Override
    public Act act(Acting acting) {
        return new Act(
                password.isPresent() ? "user.password-set" : "user.password-clear",
                acting.find(PeopleKinds.USER, user).login());
    }

    @Override
    public User run(Acting acting) {
        User before = acting.locked(PeopleKinds.USER, user);
        var after = new User(
                before.id(),
                before.login(),
                before.person(),
                before.state(),
                password.map(acting.means().passwords()::hash));
        acting.stores().users().replace(after);
        return after;
    }
}
