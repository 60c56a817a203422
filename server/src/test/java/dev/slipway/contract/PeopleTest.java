package dev.slipway.contract;

import static dev.slipway.contract.House.changed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Page;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.Administrator;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.Role;
import dev.slipway.base.fleet.people.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleTest {
    @AutoClose
    private final House house = new House();

    private User ada;

    @BeforeEach
    void add() {
        Id<User> id = house.id();
        ada = Samples.user(id, "Ada-" + id);
        house.change(stores -> stores.users().add(ada));
    }

    @Test
    void a_user_is_found_as_it_was_kept() {
        assertThat(house.find(stores -> stores.users().find(ada.id()))).contains(ada);
        assertThat(house.find(stores -> stores.users().named(ada.login().toUpperCase(Locale.ROOT))))
                .contains(ada);
    }

    @Test
    void a_login_that_is_taken_is_refused_whatever_its_case() {
        User again = Samples.user(house.id(), ada.login().toUpperCase(Locale.ROOT));
        assertRefused(
                "fleet.duplicate", () -> house.change(stores -> stores.users().add(again)));
        assertThat(house.find(stores -> stores.users().find(again.id()))).isEmpty();
    }

    @Test
    void a_user_that_is_not_there_cannot_be_replaced() {
        User nobody = Samples.user(house.id(), "nobody");
        assertRefused(
                "fleet.unknown", () -> house.change(stores -> stores.users().replace(nobody)));
        assertThat(house.did(stores -> stores.users().remove(nobody.id()))).isFalse();
    }

    @Test
    void pages_follow_each_other_by_id() {
        List<User> all = house.read(stores -> stores.users().list(Page.first(1000)));
        List<User> paged = new ArrayList<>();
        for (long after = 0; ; after = paged.getLast().id().value()) {
            Page page = new Page(after, 1);
            List<User> next = house.read(stores -> stores.users().list(page));
            if (next.isEmpty()) {
                break;
            }
            paged.addAll(next);
        }
        assertThat(paged).isEqualTo(all).contains(ada);
        assertThat(paged).extracting(User::id).isSorted();
    }

    @Test
    void only_a_replaced_user_is_noted() {
        assertThat(house.changes(stores -> stores.users().add(Samples.user(house.id(), "new" + house.id()))))
                .isEmpty();
        assertThat(house.changes(stores -> {
                    stores.users().replace(ada);
                    stores.users().replace(ada);
                }))
                .containsExactly(changed(Change.Kind.USER, ada.id()));
    }

    @Test
    void a_secret_rests_sealed_and_is_found_in_clear() {
        Account account = Samples.account(house.id(), ada.id(), "sip:" + ada.id());
        house.change(stores -> stores.accounts().add(account));
        assertThat(house.list(stores -> stores.accounts().of(ada.id()))).containsExactly(account);
        String kept = house.jdbi().withHandle(handle -> handle.createQuery("select secret from account where id = :id")
                .bind("id", account.id().value())
                .mapTo(String.class)
                .one());
        assertThat(kept).startsWith("v1:").doesNotContain("hunter2");
    }

    @Test
    void accounts_come_oldest_first() {
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            accounts.add(Samples.account(house.id(), ada.id(), "sip:" + i + ada.id()));
        }
        house.change(stores -> accounts.forEach(stores.accounts()::add));
        assertThat(house.list(stores -> stores.accounts().of(ada.id()))).isEqualTo(accounts);
    }

    @Test
    void an_account_that_moves_changes_both_users() {
        User bob = Samples.user(house.id(), "bob" + ada.id());
        Account account = Samples.account(house.id(), ada.id(), "sip:m" + ada.id());
        house.change(stores -> {
            stores.users().add(bob);
            stores.accounts().add(account);
        });
        Account moved = Samples.account(account.id(), bob.id(), account.address());
        assertThat(house.changes(stores -> stores.accounts().replace(moved)))
                .containsExactlyInAnyOrder(
                        changed(Change.Kind.ACCOUNT, account.id()),
                        changed(Change.Kind.USER, ada.id()),
                        changed(Change.Kind.USER, bob.id()));
    }

    @Test
    void joining_a_group_is_noted_once_for_the_member() {
        Group group = Samples.group(house.id(), "g" + ada.id(), Optional.empty());
        house.change(stores -> stores.groups().add(group));
        assertThat(house.changes(stores -> {
                    assertThat(stores.users().join(ada.id(), group.id())).isTrue();
                    assertThat(stores.users().join(ada.id(), group.id())).isFalse();
                }))
                .containsExactly(changed(Change.Kind.USER, ada.id()));
        assertThat(house.list(stores -> stores.users().groupsOf(ada.id()))).containsExactly(group);
        assertThat(house.did(stores -> stores.users().leave(ada.id(), group.id())))
                .isTrue();
        assertThat(house.changes(stores -> stores.users().leave(ada.id(), group.id())))
                .isEmpty();
    }

    @Test
    void a_group_that_limits_an_administrator_stays() {
        Group group = Samples.group(house.id(), "limit" + ada.id(), Optional.empty());
        Administrator csr =
                new Administrator(house.id(), "csr" + ada.id(), Role.CSR, Optional.empty(), List.of(group.id()));
        house.change(stores -> {
            stores.groups().add(group);
            stores.administrators().add(csr);
        });
        assertThat(house.find(stores -> stores.administrators().named(csr.login())))
                .contains(csr);
        assertRefused(
                "fleet.in-use", () -> house.write(stores -> stores.groups().remove(group.id())));
    }

    static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
