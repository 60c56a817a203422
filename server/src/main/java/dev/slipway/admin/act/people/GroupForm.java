package dev.slipway.admin.act.people;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Form;
import dev.slipway.admin.act.Shape;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.people.Group;
import java.util.List;
import java.util.Optional;

/**
 * A group.
 *
 * @param parent name; left out for a root
 */
public record GroupForm(String name, Optional<String> parent) implements Form<Group> {
    static GroupForm of(Acting acting, Group group) {
        return new GroupForm(group.name(), group.parent().map(id -> acting.name(PeopleKinds.GROUP, id)));
    }

    @Override
    public String subject() {
        return name;
    }

    @Override
    public Group fill(Acting acting, Id<Group> id, Optional<Group> before) {
        Optional<Id<Group>> above =
                parent.map(text -> acting.find(PeopleKinds.GROUP, text).id());
        List<Group> all = acting.stores().groups().all();
        int depth = height(all, id) + above.map(start -> depth(all, start, id)).orElse(0);
        if (depth > Group.DEPTH_MAX) {
            throw new Refusal(
                    "group.too-deep", "Groups stand at most " + Group.DEPTH_MAX + " deep; choose a parent higher up.");
        }
        return new Group(id, Shape.NAME.check(name), above);
    }

    /**
     * How many groups stand from {@code start} up to its root; refuses {@code group.circle} when {@code moved} is one.
     */
    private static int depth(List<Group> all, Id<Group> start, Id<Group> moved) {
        int depth = 0;
        Optional<Id<Group>> at = Optional.of(start);
        while (at.isPresent() && depth <= Group.DEPTH_MAX) {
            Id<Group> here = at.get();
            if (here.equals(moved)) {
                throw new Refusal("group.circle", "A group cannot stand below itself; choose another parent.");
            }
            depth++;
            at = all.stream()
                    .filter(group -> group.id().equals(here))
                    .findFirst()
                    .flatMap(Group::parent);
        }
        return depth;
    }

    /** How many levels the group and those below it take. */
    private static int height(List<Group> all, Id<Group> top) {
        return 1
                + all.stream()
                        .filter(group -> group.parent().filter(top::equals).isPresent())
                        .mapToInt(group -> height(all, group.id()))
                        .max()
                        .orElse(0);
    }
}
