package dev.slipway.admin.act.software;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Form;
import dev.slipway.admin.act.Shape;
import dev.slipway.admin.act.people.PeopleKinds;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.software.ApplicationHost;
import java.util.Optional;

/**
 * A host by its role.
 *
 * @param port 443 when left out
 * @param group name; left out for all
 */
record ApplicationHostForm(String role, String host, Optional<Integer> port, Optional<String> group)
        implements Form<ApplicationHost> {
    private static final int PORT_MAX = 65_535;
    private static final int PORT_OF_HTTPS = 443;

    static ApplicationHostForm of(Acting acting, ApplicationHost host) {
        return new ApplicationHostForm(
                host.role(),
                host.host(),
                Optional.of(host.port()),
                host.group().map(id -> acting.name(PeopleKinds.GROUP, id)));
    }

    @Override
    public String subject() {
        return role;
    }

    @Override
    public ApplicationHost fill(Acting acting, Id<ApplicationHost> id, Optional<ApplicationHost> before) {
        int number = port.orElse(PORT_OF_HTTPS);
        if (number < 1 || number > PORT_MAX) {
            throw new Refusal("input.port", "A port lies between 1 and " + PORT_MAX + "; " + number + " does not.");
        }
        return new ApplicationHost(
                id, Shape.WORD.check(role), Shape.HOST.check(host), number, group.map(name -> acting.find(
                                PeopleKinds.GROUP, name)
                        .id()));
    }
}
