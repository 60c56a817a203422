package dev.slipway.admin.act;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.admin.TestHouse;
import dev.slipway.admin.act.people.GroupForm;
import dev.slipway.admin.act.people.Members;
import dev.slipway.admin.act.people.PeopleKinds;
import dev.slipway.admin.act.people.PersonForm;
import dev.slipway.admin.act.people.SetMembership;
import dev.slipway.admin.act.people.SetPassword;
import dev.slipway.admin.act.people.UserForm;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.people.Role;
import dev.slipway.base.fleet.people.User;
import dev.slipway.fake.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two changes of one record at the same moment: the second waits for the first, and none is lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangeTest {
    private static final PersonForm NOBODY =
            new PersonForm(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private TestHouse house;
    private Caller root;

    @BeforeAll
    void open(@TempDir Path directory) throws IOException {
        house = new TestHouse(directory);
        root = house.caller(Role.ADMINISTRATOR);
        house.acts().run(root, new Create<>(PeopleKinds.GROUP, new GroupForm("staff", Optional.empty())));
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void changes_of_different_fields_both_survive() {
        create("ann");

        atOnce("ann", new Change<>(PeopleKinds.USER, "ann", form -> named(form, "Ann Example")));

        User ann = house.acts().see(root, Area.PEOPLE, acting -> acting.find(PeopleKinds.USER, "ann"));
        assertThat(ann.person().name()).isEqualTo("Ann Example");
        assertThat(ann.state()).isEqualTo(User.State.DISABLED);
    }

    @Test
    void a_password_that_is_set_meanwhile_survives() {
        create("ben");

        atOnce("ben", new SetPassword("ben", Optional.of(new Secret("correct horse"))));

        User ben = house.acts().see(root, Area.PEOPLE, acting -> acting.find(PeopleKinds.USER, "ben"));
        assertThat(ben.credential()).isPresent();
        assertThat(ben.state()).isEqualTo(User.State.DISABLED);
    }

    @Test
    void a_group_that_is_joined_meanwhile_is_not_left_again() {
        create("cleo");

        atOnce("cleo", new SetMembership<>(Members.USERS, "staff", "cleo", true));

        UserForm cleo = house.acts().see(root, Area.PEOPLE, acting -> PeopleKinds.USER
                .portrait()
                .show()
                .apply(acting, acting.find(PeopleKinds.USER, "cleo")));
        assertThat(cleo.groups()).contains(List.of("staff"));
    }

    /** Disables a user; while that change has read what is and has not yet written, {@code other} comes. */
    private void atOnce(String login, Command<?> other) {
        var second = new CompletableFuture<Void>();
        house.acts().run(root, new Change<>(PeopleKinds.USER, login, form -> {
            Thread.ofVirtual().start(() -> {
                house.acts().run(root, other);
                second.complete(null);
            });
            while (!second.isDone() && !TestDatabase.isAnybodyWaiting(house.database())) {
                Thread.onSpinWait();
            }
            return new UserForm(
                    form.login(), form.person(), Optional.of(User.State.DISABLED), form.groups(), Optional.empty());
        }));
        second.join();
    }

    private void create(String login) {
        house.acts()
                .run(
                        root,
                        new Create<>(
                                PeopleKinds.USER,
                                new UserForm(
                                        login,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())));
    }

    private static UserForm named(UserForm form, String name) {
        PersonForm person = form.person().orElse(NOBODY);
        return new UserForm(
                form.login(),
                Optional.of(new PersonForm(Optional.of(name), person.email(), person.phone(), person.locale())),
                form.state(),
                form.groups(),
                Optional.empty());
    }
}
