package dev.slipway.core.enroll.roster;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.ledger.FleetDevice;
import dev.slipway.base.fleet.ledger.FleetVisitor;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.User;
import dev.slipway.core.enroll.roster.RosterRow.Held;
import dev.slipway.core.enroll.roster.RosterRow.Place;
import dev.slipway.core.enroll.roster.RosterRow.Token;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Fills the roster at start from one pass over the fleet. After it a poll of a device whose document still holds is
 * answered without anything being made again.
 */
public final class RosterFilling implements FleetVisitor {
    private final Roster roster;
    private final Function<Instant, Instant> renewal;
    private final Map<Id<Group>, Optional<Id<Group>>> parents = new HashMap<>();
    private final Map<Id<User>, List<Id<Group>>> memberships = new HashMap<>();

    /** Fills {@code roster}; {@code renewal} tells from a document's expiry when it is made again at the latest. */
    public RosterFilling(Roster roster, Function<Instant, Instant> renewal) {
        this.roster = roster;
        this.renewal = renewal;
    }

    /** First 64 bits of an ETag of hexadecimal digits. */
    public static long etag(String hex) {
        return HexFormat.fromHexDigitsToLong(hex, 0, 2 * Long.BYTES);
    }

    @Override
    public void group(Group group) {
        parents.put(group.id(), group.parent());
    }

    @Override
    public void membership(Id<User> user, List<Id<Group>> groups) {
        memberships.put(user, groups);
    }

    @Override
    public void device(FleetDevice device) {
        roster.put(new RosterRow(
                device.id(),
                device.token().map(sha256 -> Token.of(sha256.toArray())).orElse(Token.NONE),
                place(device),
                device.document().map(this::held).orElse(Held.NONE),
                device.state() == Device.State.ACTIVE));
    }

    @Override
    public void changed(Change change) {
        roster.found(change);
    }

    private Held held(FleetDevice.Mark mark) {
        long renewAt = renewal.apply(mark.expires()).getEpochSecond();
        return new Held(etag(mark.etag()), mark.serial(), (int) Math.min(renewAt, Integer.MAX_VALUE));
    }

    private Place place(FleetDevice device) {
        List<Id<Group>> direct = new ArrayList<>(device.belonging().groups());
        device.belonging().user().map(memberships::get).ifPresent(direct::addAll);
        TreeSet<Long> all = new TreeSet<>();
        for (Id<Group> group : direct) {
            Optional<Id<Group>> next = Optional.of(group);
            for (int depth = 0; depth < Group.DEPTH_MAX && next.isPresent(); depth++) {
                all.add(next.get().value());
                next = parents.getOrDefault(next.get(), Optional.empty());
            }
        }
        return new Place(
                device.tenant().value(),
                device.belonging().type().value(),
                device.belonging().user().map(Id::value).orElse(0L),
                List.copyOf(all));
    }
}
