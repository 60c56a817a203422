package dev.slipway.admin.act.importing;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.devices.DeviceKinds;
import dev.slipway.admin.act.people.PeopleKinds;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.User;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What names in rows stand for; each is looked up once, since files repeat them. */
final class NamesSeen {
    private final Acting acting;
    private final Map<String, Id<DeviceType>> types = new HashMap<>();
    private final Map<String, Id<User>> users = new HashMap<>();
    private final Map<String, Id<Group>> groups = new HashMap<>();
    private final Map<Id<User>, List<Account>> accounts = new HashMap<>();

    NamesSeen(Acting acting) {
        this.acting = acting;
    }

    Id<DeviceType> type(String name) {
        return types.computeIfAbsent(
                name, text -> acting.find(DeviceKinds.DEVICE_TYPE, text).id());
    }

    Id<User> user(String login) {
        return users.computeIfAbsent(
                login, text -> acting.find(PeopleKinds.USER, text).id());
    }

    Id<Group> group(String name) {
        return groups.computeIfAbsent(
                name, text -> acting.find(PeopleKinds.GROUP, text).id());
    }

    /** Active ones, oldest first. */
    List<Account> accounts(Id<User> user) {
        return accounts.computeIfAbsent(user, of -> acting.stores().accounts().of(of).stream()
                .filter(account -> account.service().state() == Account.State.ACTIVE)
                .toList());
    }
}
