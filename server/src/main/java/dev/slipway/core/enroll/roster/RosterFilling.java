package dev.slipway.core.enroll.roster;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.ledger.FleetDevice;
import dev.slipway.base.fleet.ledger.FleetDevice.Mark;
import dev.slipway.base.fleet.ledger.FleetVisitor;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.User;
import dev.slipway.core.enroll.roster.RosterRow.Address;
import dev.slipway.core.enroll.roster.RosterRow.Held;
import dev.slipway.core.enroll.roster.RosterRow.Place;
import dev.slipway.core.enroll.roster.RosterRow.Token;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * Fills the roster from one pass over the fleet, while devices are answered already: of one that is not shown yet only
 * SQL can tell. After it a poll of a device whose document still holds is answered without anything being made again.
 */
public final class RosterFilling implements FleetVisitor {
    private final Roster roster;
    private final Function<Mark, Instant> renewal;
    private final LongConsumer horizon;
    private final Map<Id<Group>, Optional<Id<Group>>> parents = new HashMap<>();
    private final Map<Id<User>, List<Id<Group>>> memberships = new HashMap<>();

    /** Users share few sets of groups: each is kept once, and so is what it comes to with the groups above. */
    private final Map<List<Id<Group>>, List<Id<Group>>> sets = new HashMap<>();

    private final Map<Direct, List<Long>> audiences = new HashMap<>();

    /**
     * Fills {@code roster}.
     *
     * @param renewal tells when a document is made again at the latest
     * @param horizon told from where on changes must be heard, before the first device is shown
     */
    public RosterFilling(Roster roster, Function<Mark, Instant> renewal, LongConsumer horizon) {
        this.roster = roster;
        this.renewal = renewal;
        this.horizon = horizon;
    }

    /** The groups that a user and a device are in, directly. */
    private record Direct(List<Id<Group>> ofUser, List<Id<Group>> ofDevice) {}

    @Override
    public void began(long at) {
        roster.began(at);
        horizon.accept(at);
    }

    @Override
    public void group(Group group) {
        parents.put(group.id(), group.parent());
    }

    @Override
    public void membership(Id<User> user, List<Id<Group>> groups) {
        memberships.put(user, sets.computeIfAbsent(groups, Function.identity()));
    }

    @Override
    public void changed(Change change) {
        roster.found(change);
    }

    @Override
    public void device(FleetDevice device) {
        roster.found(new RosterRow(
                device.id(),
                device.access()
                        .token()
                        .map(sha256 -> Token.of(sha256.toArray()))
                        .orElse(Token.NONE),
                device.access()
                        .address()
                        .map(address -> Address.of(address, device.access().macs()))
                        .orElse(Address.NONE),
                place(device),
                device.document().map(this::held).orElse(Held.NONE),
                device.state() == Device.State.ACTIVE));
    }

    private Held held(Mark mark) {
        long renewAt = renewal.apply(mark).getEpochSecond();
        return new Held(Etag.bits(mark.etag()), Etag.bits(mark.contentHash()), mark.serial(), (int)
                Math.min(renewAt, Integer.MAX_VALUE));
    }

    private Place place(FleetDevice device) {
        List<Id<Group>> ofUser = device.belonging().user().map(memberships::get).orElse(List.of());
        var direct = new Direct(ofUser, device.belonging().groups());
        return new Place(
                device.tenant().value(),
                device.belonging().type().value(),
                device.belonging().user().map(Id::value).orElse(0L),
                audiences.computeIfAbsent(direct, this::audience));
    }

    private List<Long> audience(Direct direct) {
        TreeSet<Long> all = new TreeSet<>();
        direct.ofUser().forEach(group -> climb(group, all));
        direct.ofDevice().forEach(group -> climb(group, all));
        return List.copyOf(all);
    }

    private void climb(Id<Group> from, Set<Long> all) {
        Optional<Id<Group>> next = Optional.of(from);
        for (int depth = 0; depth < Group.DEPTH_MAX && next.isPresent(); depth++) {
            all.add(next.get().value());
            next = parents.getOrDefault(next.get(), Optional.empty());
        }
    }
}
