package dev.slipway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.devices.DeviceDocument;
import dev.slipway.base.fleet.ledger.ChangeReader;
import dev.slipway.base.fleet.ledger.FleetDevice;
import dev.slipway.base.fleet.ledger.FleetVisitor;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.fleet.trust.SigningKey;
import dev.slipway.base.fleet.trust.SigningKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeLogTest {
    @AutoClose
    private final House house = new House();

    private ChangeReader reader;
    private User ada;
    private User bob;

    @BeforeEach
    void open() {
        reader = house.rooms().changes();
        ada = Samples.user(house.id(), "ada");
        bob = Samples.user(house.id(), "bob");
        house.change(stores -> {
            stores.users().add(ada);
            stores.users().add(bob);
        });
    }

    @Test
    void a_change_is_read_once() {
        long start = reader.after(0).horizon();
        house.change(stores -> stores.users().replace(ada));
        ChangeReader.Read read = reader.after(start);
        assertThat(read.changes()).containsExactlyElementsOf(house.committed);
        assertThat(reader.after(read.horizon()).changes()).isEmpty();
        assertThat(reader.after(read.horizon()).lag()).isZero();
    }

    @Test
    void a_transaction_that_began_earlier_and_commits_later_is_not_lost() {
        long start = reader.after(0).horizon();
        List<Change> read = new ArrayList<>();
        long between = house.ledger.<Long>note(house.tenant, early -> {
            early.users().replace(ada);
            house.ledger.note(house.tenant, late -> {
                late.users().replace(bob);
                return true;
            });
            ChangeReader.Read blocked = reader.after(start);
            assertThat(blocked.changes()).as("the earlier one is still open").isEmpty();
            read.addAll(blocked.changes());
            return blocked.horizon();
        });
        read.addAll(reader.after(between).changes());
        assertThat(read)
                .extracting(Change::subject)
                .containsExactly(ada.id().value(), bob.id().value());
        assertThat(read).extracting(Change::serial).isSorted();
    }

    @Test
    void a_view_knows_of_every_change_below_its_horizon() {
        Everything all = Everything.of(house);
        house.change(all::add);
        long before = horizon(all);
        house.change(stores -> stores.users().replace(ada));
        assertThat(house.committed.getLast().serial())
                .isGreaterThanOrEqualTo(before)
                .isLessThan(horizon(all));
    }

    private long horizon(Everything all) {
        return house.ledger.view(house.tenant, all.device().id(), "bundle").horizon();
    }

    @Test
    void the_fleet_is_read_whole() {
        Everything all = Everything.of(house);
        house.change(all::add);
        List<Object> shown = new ArrayList<>();
        house.rooms().fleet().read(List.of("bundle"), new Shown(shown));
        FleetDevice device = new FleetDevice(
                house.tenant,
                all.device().id(),
                all.device().state(),
                new FleetDevice.Belonging(
                        all.type().id(),
                        Optional.of(all.user().id()),
                        List.of(all.group().id())),
                new FleetDevice.Access(
                        Optional.of(house.hash(3)),
                        house.find(stores ->
                                stores.deviceAddresses().find(all.device().id())),
                        List.of(Everything.MARK.value())),
                Optional.of(mark(Samples.document(all.device().id(), 1, "e1", 5))));
        assertThat(shown)
                .contains(
                        all.group(),
                        all.user().id() + " in " + List.of(all.group().id()),
                        device);
        assertThat(shown).filteredOn(Change.class::isInstance).isNotEmpty();
        long horizon = (Long) shown.getFirst();
        assertThat(reader.after(horizon).changes()).isEmpty();
        int first = shown.indexOf(device);
        assertThat(shown.subList(first, shown.size()))
                .as("no device is known before the changes that concern it")
                .noneMatch(Change.class::isInstance);
    }

    private static FleetDevice.Mark mark(DeviceDocument made) {
        return new FleetDevice.Mark(
                made.file(),
                made.body().etag(),
                made.contentHash(),
                made.body().serial(),
                made.life().expires());
    }

    @Test
    void a_key_rests_sealed_and_a_root_has_each_version_once() {
        SigningKeys keys = house.rooms().keys();
        SigningKey key = new SigningKey(
                "ab".repeat(32), "root", house.hash(9), Optional.of(new Secret("PKCS8")), SigningKey.State.ACTIVE);
        SigningKeys.Root root = new SigningKeys.Root(1, Bytes.of(new byte[] {7}));
        keys.keep(Actor.HOUSE, House.ACT, List.of(key), Optional.of(root));
        assertThat(keys.all()).containsExactly(key);
        assertThat(keys.roots()).containsExactly(root.document());
        String sealed = house.jdbi().withHandle(handle -> handle.createQuery("select private_key from signing_key")
                .mapTo(String.class)
                .one());
        assertThat(sealed).doesNotContain("PKCS8");
        PeopleTest.assertRefused(
                "keys.conflict", () -> keys.keep(Actor.HOUSE, House.ACT, List.of(), Optional.of(root)));
        assertThat(house.list(stores -> stores.journal().before(0, 1)))
                .extracting(entry -> entry.act())
                .containsExactly(House.ACT);
    }

    private record Shown(List<Object> list) implements FleetVisitor {
        @Override
        public void began(long horizon) {
            list.add(horizon);
        }

        @Override
        public void group(Group group) {
            list.add(group);
        }

        @Override
        public void membership(Id<User> user, List<Id<Group>> groups) {
            list.add(user + " in " + groups);
        }

        @Override
        public void device(FleetDevice device) {
            list.add(device);
        }

        @Override
        public void changed(Change change) {
            list.add(change);
        }
    }
}
