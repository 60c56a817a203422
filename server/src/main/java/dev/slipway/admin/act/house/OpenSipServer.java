package dev.slipway.admin.act.house;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.admin.act.Shape;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.people.SipServer;
import dev.slipway.base.fleet.people.SipServers;
import dev.slipway.base.identity.Tokens;

/**
 * Lets a SIP server read in the database which accounts of this tenant may register. Refuses
 * {@code fleet.duplicate} and {@code sip-server.no-right}.
 *
 * @param name how administrators call it
 */
public record OpenSipServer(String name) implements Command<OpenSipServer.Opened> {
    /** Where it reads, as whom, and this once by which password. */
    public record Opened(SipServer server, SipServers.Place place, Secret password) {}

    /** Ends it. Refuses {@code fleet.unknown}. */
    public static Command<SipServer> close(String name) {
        return new CloseSipServer(name);
    }

    @Override
    public Area area() {
        return Area.SERVER;
    }

    @Override
    public Act act(Acting acting) {
        return new Act("sip-server.open", name);
    }

    @Override
    public Opened run(Acting acting) {
        Id<SipServer> id = acting.newId();
        var server = new SipServer(id, Shape.NAME.check(name), "slipway_sip_" + id, acting.now());
        Secret password = new Tokens(acting.means().random()).next();
        SipServers servers = acting.stores().sipServers();
        servers.open(server, password);
        return new Opened(server, servers.place(), password);
    }

    private record CloseSipServer(String name) implements Command<SipServer> {
        @Override
        public Area area() {
            return Area.SERVER;
        }

        @Override
        public Act act(Acting acting) {
            return new Act("sip-server.close", name);
        }

        @Override
        public SipServer run(Acting acting) {
            SipServer found = acting.stores()
                    .sipServers()
                    .named(name)
                    .orElseThrow(() -> new Refusal(
                            "fleet.unknown", "There is no SIP server %s; list them to see.".formatted(name)));
            acting.stores().sipServers().close(found.id());
            return found;
        }
    }
}
