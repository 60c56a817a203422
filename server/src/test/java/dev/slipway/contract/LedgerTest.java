package dev.slipway.contract;

import static dev.slipway.contract.PeopleTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.acts.JournalEntry;
import dev.slipway.base.fleet.acts.KeptAnswer;
import dev.slipway.base.fleet.ledger.Lookups;
import dev.slipway.base.fleet.people.User;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerTest {
    @AutoClose
    private final House house = new House();

    @Test
    void a_write_is_in_the_journal_and_a_note_is_not() {
        Actor actor = new Actor("administrator", "root");
        Act act = new Act("user.create", "ada", Map.of("login", "a\"da"));
        house.ledger.write(house.tenant, actor, act, stores -> true);
        List<JournalEntry> before = house.list(stores -> stores.journal().before(0, 100));
        assertThat(before.getFirst().actor()).isEqualTo(actor);
        assertThat(before.getFirst().act()).isEqualTo(act);
        house.ledger.note(house.tenant, stores -> true);
        assertThat(house.list(stores -> stores.journal().before(0, 100))).isEqualTo(before);
        assertThat(house.list(
                        stores -> stores.journal().before(before.getFirst().serial(), 100)))
                .isEqualTo(before.subList(1, before.size()));
    }

    @Test
    void work_that_throws_leaves_nothing_and_tells_nobody() {
        User user = Samples.user(house.id(), "never");
        int entries = house.list(stores -> stores.journal().before(0, 1000)).size();
        house.committed.clear();
        assertThatThrownBy(() -> house.change(stores -> {
                    stores.users().add(user);
                    stores.users().replace(user);
                    throw new IllegalStateException("stop");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(house.find(stores -> stores.users().find(user.id()))).isEmpty();
        assertThat(house.list(stores -> stores.journal().before(0, 1000))).hasSize(entries);
        assertThat(house.committed).isEmpty();
    }

    @Test
    void a_refusal_that_is_swallowed_does_not_commit_half_an_act() {
        User first = Samples.user(house.id(), "twice");
        User second = Samples.user(house.id(), "twice");
        assertThatThrownBy(() -> house.change(stores -> {
                    stores.users().add(first);
                    assertThatThrownBy(() -> stores.users().add(second)).isInstanceOf(RuntimeException.class);
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(house.find(stores -> stores.users().find(first.id()))).isEmpty();
    }

    @Test
    void a_reader_cannot_write() {
        assertThatThrownBy(() -> house.read(stores -> {
                    stores.users().add(Samples.user(house.id(), "reader"));
                    return true;
                }))
                .hasMessageContaining("read-only");
    }

    @Test
    void a_reader_sees_one_moment() {
        User late = Samples.user(house.id(), "late");
        boolean seen = house.read(stores -> {
            boolean before = stores.users().find(late.id()).isPresent();
            house.change(others -> others.users().add(late));
            return before || stores.users().find(late.id()).isPresent();
        });
        assertThat(seen).isFalse();
        assertThat(house.find(stores -> stores.users().find(late.id()))).isPresent();
    }

    @Test
    void thousands_of_changes_are_one_of_the_tenant() {
        List<User> users = IntStream.range(0, 1001)
                .mapToObj(number -> Samples.user(house.id(), "bulk" + number))
                .toList();
        house.change(stores -> users.forEach(stores.users()::add));
        assertThat(house.changes(stores -> users.forEach(stores.users()::replace)))
                .containsExactly(House.changed(Change.Kind.TENANT, house.tenant));
        assertThat(house.changes(stores -> users.subList(1, 1001).forEach(stores.users()::replace)))
                .hasSize(1000);
    }

    @Test
    void a_tenant_is_found_by_alias_and_by_host() {
        Lookups lookups = house.ledger.lookups();
        Tenant tenant = lookups.tenant("IT@default.EXAMPLE.com").orElseThrow();
        assertThat(tenant.id()).isEqualTo(house.tenant);
        assertThat(lookups.tenant("Other.example.com")).map(Tenant::id).contains(house.other);
        assertThat(lookups.tenant("unknown")).isEmpty();
        assertThat(lookups.tenants()).startsWith(tenant);
    }

    @Test
    void a_host_of_another_tenant_is_taken() {
        Id<Tenant> third = house.id();
        Tenant tenant =
                new Tenant(third, "third", "it@third", URI.create("https://third"), List.of("Default.Example.com"));
        assertRefused("fleet.duplicate", () -> house.ledger.keep(tenant, Actor.HOUSE, House.ACT));
        assertThat(house.ledger.lookups().tenant("it@third")).isEmpty();
    }

    @Test
    void a_tenant_changed_is_a_change_for_all_of_it() {
        house.committed.clear();
        Tenant tenant = house.ledger.lookups().tenant("other.example.com").orElseThrow();
        house.ledger.keep(tenant, Actor.HOUSE, House.ACT);
        assertThat(house.committed)
                .extracting(change -> change.kind() + " " + change.subject())
                .containsExactly(House.changed(Change.Kind.TENANT, house.other));
    }

    @Test
    void look_ups_by_hash_answer_the_tenant_too() {
        Everything all = Everything.of(house);
        house.change(all::add);
        Lookups lookups = house.ledger.lookups();
        assertThat(lookups.deviceByToken(house.hash(3))).contains(new Lookups.Owned<>(house.tenant, all.device()));
        assertThat(lookups.device(all.device().id())).contains(new Lookups.Owned<>(house.tenant, all.device()));
        assertThat(lookups.apiToken(house.hash(1))).contains(new Lookups.Owned<>(house.tenant, all.apiToken()));
        assertThat(lookups.activationByTicket(house.hash(2)))
                .contains(new Lookups.Owned<>(house.tenant, all.activation()));
        assertThat(lookups.deviceByToken(house.hash(4))).isEmpty();
        house.change(stores -> stores.devices().revokeToken(all.device().id()));
        assertThat(lookups.deviceByToken(house.hash(3))).isEmpty();
    }

    @Test
    void a_key_is_kept_for_a_day_and_then_free() {
        KeptAnswer answer = new KeptAnswer("k", "hash", 201, "body");
        house.change(stores -> stores.keptAnswers().keep(answer));
        assertThat(house.find(stores -> stores.keptAnswers().find("k"))).contains(answer);
        assertRefused(
                "fleet.duplicate",
                () -> house.change(stores -> stores.keptAnswers().keep(answer)));
        house.jdbi().useHandle(handle -> handle.execute("update kept_answer set at = at - interval '25 hours'"));
        assertThat(house.find(stores -> stores.keptAnswers().find("k"))).isEmpty();
        house.change(stores -> stores.keptAnswers().keep(answer));
        assertThat(house.find(stores -> stores.keptAnswers().find("k"))).contains(answer);
    }

    @Test
    void a_database_that_hangs_up_is_unavailable() {
        assertRefused(
                "data.unavailable",
                () -> house.read(stores -> {
                    house.jdbi()
                            .useHandle(handle -> handle.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                                    + " where datname = current_database() and pid <> pg_backend_pid()"));
                    return stores.users().named("x");
                }));
    }
}
