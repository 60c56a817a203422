package dev.slipway.base.store.people;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.people.Administrator;
import dev.slipway.base.fleet.people.ApiToken;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.Person;
import dev.slipway.base.fleet.people.Role;
import dev.slipway.base.fleet.people.SecurityModel;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.store.sql.Row;
import dev.slipway.base.store.sql.Shape;

/**
 * How people lie in their tables.
 */
public final class PeopleShapes {
    /** Users, for a view of one device. */
    public static final Shape<User> USER = new Shape<>(
            "user",
            "login",
            row -> new User(
                    row.id("id"),
                    row.text("login"),
                    new Person(row.text("name"), row.text("email"), row.text("phone"), row.text("locale")),
                    row.constant(User.State.class, "state"),
                    row.optionalText("credential")),
            user -> Row.of("login", user.login())
                    .and("name", user.person().name())
                    .and("email", user.person().email())
                    .and("phone", user.person().phone())
                    .and("locale", user.person().locale())
                    .and("state", user.state())
                    .and("credential", user.credential()));

    /** Groups, for members of other rooms. */
    public static final Shape<Group> GROUP = new Shape<>(
            "group",
            "name",
            row -> new Group(row.id("id"), row.text("name"), row.optionalId("parent")),
            group -> Row.of("name", group.name()).and("parent", group.parent()));

    static final Shape<SecurityModel> SECURITY_MODEL = new Shape<>(
            "security_model",
            "name",
            row -> new SecurityModel(row.id("id"), row.text("name"), row.text("description")),
            model -> Row.of("name", model.name()).and("description", model.description()));

    static final Shape<Administrator> ADMINISTRATOR = new Shape<>(
            "administrator",
            "login",
            """
            , array(select g."group" from administrator_group g
                    where g.tenant = t.tenant and g.administrator = t.id order by 1) as groups""",
            row -> new Administrator(
                    row.id("id"),
                    row.text("login"),
                    row.constant(Role.class, "role"),
                    row.optionalText("credential"),
                    row.numbers("groups").stream().map(Id<Group>::new).toList()),
            administrator -> Row.of("login", administrator.login())
                    .and("role", administrator.role())
                    .and("credential", administrator.credential()));

    /** API tokens, for the look-up by hash. */
    public static final Shape<ApiToken> API_TOKEN = new Shape<>(
            "api_token",
            "name",
            row -> new ApiToken(
                    row.id("id"),
                    row.id("administrator"),
                    row.text("name"),
                    row.bytes("sha256"),
                    row.optionalInstant("expires_at")),
            token -> Row.of("administrator", token.administrator())
                    .and("name", token.name())
                    .and("sha256", token.sha256())
                    .and("expires_at", token.expires()));

    private PeopleShapes() {}
}
