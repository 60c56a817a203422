package dev.slipway.contract;

import static dev.slipway.contract.PeopleTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.people.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GroupTreeTest {
    @AutoClose
    private final House house = new House();

    @Test
    void a_tree_is_sixteen_levels_deep_and_not_seventeen() {
        List<Group> chain = chain(Group.DEPTH_MAX);
        assertRefused(
                "group.too-deep",
                () -> house.change(stores ->
                        stores.groups().add(group(Optional.of(chain.getLast().id())))));
        Group top = group(Optional.empty());
        house.change(stores -> stores.groups().add(top));
        assertRefused("group.too-deep", () -> move(chain.getFirst(), top.id()));
        move(chain.get(1), top.id());
        assertThat(house.find(stores -> stores.groups().find(chain.get(1).id()))
                        .orElseThrow()
                        .parent())
                .contains(top.id());
    }

    @Test
    void a_group_cannot_stand_below_itself() {
        List<Group> chain = chain(3);
        assertRefused(
                "group.circle", () -> move(chain.getFirst(), chain.getFirst().id()));
        assertRefused(
                "group.circle", () -> move(chain.getFirst(), chain.getLast().id()));
    }

    @Test
    void a_group_with_groups_below_stays() {
        List<Group> chain = chain(2);
        assertRefused(
                "fleet.in-use",
                () -> house.did(
                        stores -> stores.groups().remove(chain.getFirst().id())));
        assertThat(house.did(stores -> stores.groups().remove(chain.getLast().id())))
                .isTrue();
    }

    @Test
    void two_moves_at_once_make_no_circle() throws Exception {
        for (int run = 0; run < 10; run++) {
            Group left = group(Optional.empty());
            Group right = group(Optional.empty());
            house.change(stores -> {
                stores.groups().add(left);
                stores.groups().add(right);
            });
            List<Boolean> moved =
                    Together.run(2, number -> number == 0 ? tryMove(left, right.id()) : tryMove(right, left.id()));
            assertThat(moved).containsExactlyInAnyOrder(true, false);
        }
    }

    private boolean tryMove(Group group, Id<Group> parent) {
        try {
            move(group, parent);
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo("group.circle");
            return false;
        }
    }

    private void move(Group group, Id<Group> parent) {
        house.change(stores -> stores.groups().replace(Samples.group(group.id(), group.name(), Optional.of(parent))));
    }

    private List<Group> chain(int length) {
        List<Group> chain = new ArrayList<>();
        for (int level = 0; level < length; level++) {
            chain.add(group(
                    chain.isEmpty()
                            ? Optional.empty()
                            : Optional.of(chain.getLast().id())));
        }
        house.change(stores -> chain.forEach(stores.groups()::add));
        return chain;
    }

    private Group group(Optional<Id<Group>> parent) {
        Id<Group> id = house.id();
        return Samples.group(id, "group " + id, parent);
    }
}
