package dev.slipway.admin.act.importing;

import dev.slipway.admin.act.Shape;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.devices.DeviceSetup.PlacedAccount;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which account stands at which position of one phone. A row names an account of its user by address, or is given the
 * next active one of that user, oldest first, that no row of the phone names.
 */
final class AccountPlaces {
    private static final int POSITION_MAX = 128;

    private final NamesSeen names;
    private final RowFaults faults;
    private final Set<Id<Account>> taken = new HashSet<>();
    private final Set<Integer> positions = new HashSet<>();
    private final List<PlacedAccount> placed = new ArrayList<>();

    AccountPlaces(NamesSeen names, RowFaults faults) {
        this.names = names;
        this.faults = faults;
    }

    /**
     * The accounts in order; empty when the rows leave it to the user's accounts, as a single row does that names no
     * account, position and label.
     *
     * @param usual whose the account is when a row does not say
     */
    Optional<List<PlacedAccount>> of(List<SheetRow<Column>> rows, Optional<Id<User>> usual) {
        boolean says = rows.stream().filter(AccountPlaces::placesAccount).count() > 1
                || rows.stream().anyMatch(AccountPlaces::namesPlace);
        if (!says) {
            return Optional.empty();
        }
        Map<SheetRow<Column>, Account> named = new HashMap<>();
        rows.forEach(row -> faults.read(row, Column.ACCOUNT, address -> named(row, usual, address))
                .ifPresent(account -> named.put(row, account)));
        named.values().forEach(account -> taken.add(account.id()));
        int position = 0;
        for (SheetRow<Column> row :
                rows.stream().filter(AccountPlaces::placesAccount).toList()) {
            position = position(row, position + 1);
            place(row, position, Optional.ofNullable(named.get(row)), usual);
        }
        return Optional.of(placed.stream()
                .sorted(Comparator.comparingInt(PlacedAccount::position))
                .toList());
    }

    private void place(SheetRow<Column> row, int position, Optional<Account> named, Optional<Id<User>> usual) {
        Optional<Account> account = row.has(Column.ACCOUNT) ? named : next(row, usual);
        String label = faults.read(row, Column.LABEL, Shape.TEXT::check).orElse("");
        account.ifPresent(found -> placed.add(new PlacedAccount(position, found.id(), label)));
    }

    private int position(SheetRow<Column> row, int usual) {
        int position = faults.read(row, Column.POSITION, AccountPlaces::number).orElse(usual);
        if (position > POSITION_MAX || !positions.add(position)) {
            faults.add(
                    row,
                    Column.POSITION,
                    new Refusal(
                            "import.position", "Position " + position + " is taken or above " + POSITION_MAX + "."));
        }
        return position;
    }

    /** Whether it says anything of an account on the phone. */
    private static boolean placesAccount(SheetRow<Column> row) {
        return row.has(Column.USER) || namesPlace(row);
    }

    /** Whether it says more of the account than whose it is. */
    private static boolean namesPlace(SheetRow<Column> row) {
        return row.has(Column.ACCOUNT) || row.has(Column.POSITION) || row.has(Column.LABEL);
    }

    private static int number(String text) {
        if (!text.matches("[1-9][0-9]{0,2}")) {
            throw new Refusal("import.position", "A position is a number from 1 to " + POSITION_MAX + ".");
        }
        return Integer.parseInt(text);
    }

    private Account named(SheetRow<Column> row, Optional<Id<User>> usual, String address) {
        return accounts(row, usual).stream()
                .filter(account -> account.address().equalsIgnoreCase(address))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "import.no-account", "The user has no active account " + address + "; create it first."));
    }

    private Optional<Account> next(SheetRow<Column> row, Optional<Id<User>> usual) {
        Optional<Account> next = accounts(row, usual).stream()
                .filter(account -> taken.add(account.id()))
                .findFirst();
        if (next.isEmpty()) {
            faults.add(
                    row,
                    Column.USER,
                    new Refusal("import.no-account", "There is no further active account of a user for this row."));
        }
        return next;
    }

    private List<Account> accounts(SheetRow<Column> row, Optional<Id<User>> usual) {
        return faults.read(row, Column.USER, names::user)
                .or(() -> usual)
                .map(names::accounts)
                .orElse(List.of());
    }
}
