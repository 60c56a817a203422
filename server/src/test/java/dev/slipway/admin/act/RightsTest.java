package dev.slipway.admin.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.admin.TestHouse;
import dev.slipway.admin.act.people.GroupForm;
import dev.slipway.admin.act.people.Members;
import dev.slipway.admin.act.people.PeopleKinds;
import dev.slipway.admin.act.people.PersonForm;
import dev.slipway.admin.act.people.SetMembership;
import dev.slipway.admin.act.people.UserForm;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Page;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.people.Administrator;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.Role;
import dev.slipway.base.fleet.people.User;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what, and how far the groups of a caller reach. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsTest {
    private TestHouse house;
    private Caller root;
    private Caller desk;

    @BeforeAll
    void open(@TempDir Path directory) throws IOException {
        house = new TestHouse(directory);
        root = house.caller(Role.ADMINISTRATOR);
        Group north = group("north", Optional.empty());
        group("office", Optional.of("north"));
        group("south", Optional.empty());
        desk = new Caller(house.tenant(), new Actor("administrator", "desk"), Role.CSR, List.of(north.id()), false);
        create(root, "nora", "office");
        create(root, "sam", "south");
    }

    @AfterAll
    void close() {
        house.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ADMINISTRATOR, SERVER, true, true",
        "ADMINISTRATOR, INSTALLATION, true, false",
        "CSR, PEOPLE, true, true",
        "CSR, DEVICES, true, true",
        "CSR, ACTIVATIONS, true, true",
        "CSR, MESSAGES, true, true",
        "CSR, GATEWAYS, true, false",
        "CSR, SOFTWARE, true, false",
        "CSR, LAYOUT, true, false",
        "CSR, JOURNAL, false, false",
        "CSR, SERVER, false, false",
        "AUDITOR, SERVER, true, false",
        "AUDITOR, PEOPLE, true, false",
        "AUTOMATION, SOFTWARE, true, true",
        "AUTOMATION, PROFILES, true, true",
        "AUTOMATION, ASSIGNMENTS, true, true",
        "AUTOMATION, PEOPLE, true, false",
        "AUTOMATION, SERVER, false, false"
    })
    void a_role_sees_and_changes_its_areas(Role role, Area area, boolean sees, boolean changes) {
        Caller caller = house.caller(role);

        assertThat(passes(() -> Rights.see(caller, area))).isEqualTo(sees);
        assertThat(passes(() -> Rights.change(caller, area))).isEqualTo(changes);
    }

    @Test
    void an_administrator_bound_to_groups_makes_no_administrators() {
        var bound = new Caller(desk.tenant(), desk.actor(), Role.ADMINISTRATOR, desk.groups(), false);

        assertThat(passes(() -> Rights.change(bound, Area.PEOPLE))).isTrue();
        assertThat(passes(() -> Rights.change(bound, Area.SERVER))).isFalse();
    }

    @Test
    void an_administrator_of_the_first_tenant_runs_the_installation() {
        var ann = new Administrator(Id.next(new Random(1)), "ann", Role.ADMINISTRATOR, Optional.empty(), List.of());
        var csr = new Administrator(Id.next(new Random(2)), "cat", Role.CSR, Optional.empty(), List.of());
        Id<Tenant> second = Id.next(new Random(3));

        assertThat(house.acts().caller(house.tenant(), root.actor(), ann).operator())
                .isTrue();
        assertThat(house.acts().caller(house.tenant(), root.actor(), csr).operator())
                .isFalse();
        assertThat(house.acts().caller(second, root.actor(), ann).operator()).isFalse();
    }

    @Test
    void a_csr_sees_the_users_of_its_groups_and_of_those_below_only() {
        List<User> seen = house.acts().see(desk, Area.PEOPLE, acting -> PeopleKinds.USER.list(acting, Page.first(100)));

        assertThat(seen).extracting(User::login).contains("nora").doesNotContain("sam");
    }

    @Test
    void a_csr_does_not_learn_that_a_user_elsewhere_exists() {
        assertThatThrownBy(() -> house.acts().run(desk, new Remove<>(PeopleKinds.USER, "sam")))
                .isInstanceOf(Refusal.class)
                .extracting(thrown -> ((Refusal) thrown).code())
                .isEqualTo("fleet.unknown");
    }

    @Test
    void a_csr_creates_users_in_its_groups_and_nowhere_else() {
        assertThat(create(desk, "nick", "office").login()).isEqualTo("nick");
        assertThatThrownBy(() -> house.acts().run(desk, new Create<>(PeopleKinds.USER, form("stray", List.of()))))
                .hasMessageContaining("your own groups");
        Optional<User> stray =
                house.acts().see(root, Area.PEOPLE, acting -> PeopleKinds.USER.find(acting.stores(), "stray"));
        assertThat(stray).as("nothing half-done").isEmpty();
    }

    @Test
    void a_csr_cannot_push_a_user_out_of_its_reach() {
        create(desk, "nils", "office");

        assertThatThrownBy(() -> house.acts().run(desk, new SetMembership<>(Members.USERS, "office", "nils", false)))
                .hasMessageContaining("your own groups");
    }

    @Test
    void a_group_never_stands_below_itself_and_no_tree_is_too_deep() {
        assertThatThrownBy(() -> house.acts()
                        .run(
                                root,
                                new Change<>(
                                        PeopleKinds.GROUP,
                                        "north",
                                        form -> new GroupForm(form.name(), Optional.of("office")))))
                .extracting(thrown -> ((Refusal) thrown).code())
                .isEqualTo("group.circle");
        Optional<String> parent = Optional.empty();
        for (int depth = 1; depth <= Group.DEPTH_MAX; depth++) {
            group("deep-" + depth, parent);
            parent = Optional.of("deep-" + depth);
        }
        Optional<String> deepest = parent;
        assertThatThrownBy(() -> group("too-deep", deepest))
                .extracting(thrown -> ((Refusal) thrown).code())
                .isEqualTo("group.too-deep");
    }

    private Group group(String name, Optional<String> parent) {
        return house.acts().run(root, new Create<>(PeopleKinds.GROUP, new GroupForm(name, parent)));
    }

    private User create(Caller caller, String login, String group) {
        return house.acts().run(caller, new Create<>(PeopleKinds.USER, form(login, List.of(group))));
    }

    private static UserForm form(String login, List<String> groups) {
        return new UserForm(
                login, Optional.<PersonForm>empty(), Optional.empty(), Optional.of(groups), Optional.empty());
    }

    private static boolean passes(Runnable check) {
        try {
            check.run();
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo("role.not-allowed");
            return false;
        }
    }
}
