package dev.slipway.core.settings.document;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.fleet.people.Contact;
import dev.slipway.base.fleet.people.Group;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who stands in the phone book of one device: asked only for a file that lists them, in one look. */
@FunctionalInterface
public interface Contacts {
    /** The neutral setting that says who. */
    String KEY = "phonebook.contacts";

    /** As many as the directory of a Yealink T4x holds; the oldest snom phones hold 100. The rest is left out. */
    int MOST = 1_000;

    /** Nobody, for files that list none. */
    Contacts NONE = wish -> List.of();

    /** Those that {@code wish}, a value of {@link #KEY}, means. */
    List<Contact> of(String wish);

    /** In a transaction of its own. */
    static Contacts of(DeviceView view, Ledger ledger) {
        return wish ->
                ledger.read(view.identity().tenant(), stores -> of(view, stores).of(wish));
    }

    /** In the transaction of these stores. */
    static Contacts of(DeviceView view, Stores stores) {
        return wish -> switch (wish) {
            case "everyone" -> stores.accounts().contacts(Optional.empty(), MOST);
            case "group" -> stores.accounts().contacts(Optional.of(groups(view)), MOST);
            default -> List.of();
        };
    }

    /** Those that the device and its user are in directly: above them soon stands everyone. */
    private static List<Id<Group>> groups(DeviceView view) {
        return Stream.concat(view.membership().ofUser().stream(), view.membership().ofDevice().stream())
                .distinct()
                .toList();
    }
}
