package dev.slipway.door.phone.keys;

import dev.slipway.base.fleet.people.Contact;
import dev.slipway.base.wire.xml.XmlText;
import dev.slipway.core.settings.EffectiveSettings.EffectiveAccount;
import dev.slipway.core.settings.document.Contacts;
import dev.slipway.core.settings.document.DocumentOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The contacts of an order as a phone dials them.
 *
 * @param warnings who was left out
 */
public record PhoneBook(List<Entry> entries, List<String> warnings) {
    /**
     * A line of it.
     *
     * @param number what is dialed: the user part of an address in a domain of the phone's own accounts, else all of it
     */
    public record Entry(String name, String number) {}

    public PhoneBook {
        entries = List.copyOf(entries);
        warnings = List.copyOf(warnings);
    }

    /** That of an order, which lists contacts. */
    public static PhoneBook of(DocumentOrder order) {
        Set<String> domains = order.settings().accounts().stream()
                .map(EffectiveAccount::account)
                .map(placed -> domain(placed.account().address()))
                .collect(Collectors.toSet());
        List<Entry> entries = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (Contact contact : order.contacts()) {
            if (isWritable(contact.name()) && isWritable(contact.address())) {
                entries.add(new Entry(contact.name(), number(contact.address(), domains)));
            } else {
                warnings.add("a contact is left out: its name or address has a character that phones cannot read");
            }
        }
        if (order.contacts().size() == Contacts.MOST) {
            warnings.add("the phone book ends after " + Contacts.MOST + " contacts, the first by address");
        }
        return new PhoneBook(entries, warnings);
    }

    /** Whether the settings say anything of contacts, be it that there shall be none. */
    public static boolean isWished(DocumentOrder order) {
        return order.settings().values().containsKey(Contacts.KEY);
    }

    /** One name of another user must not take the phone book from everyone. */
    private static boolean isWritable(String text) {
        return XmlText.isWritable(text) && text.chars().noneMatch(Character::isISOControl);
    }

    private static String number(String address, Set<String> domains) {
        int at = address.lastIndexOf('@');
        return at > 0 && domains.contains(domain(address)) ? address.substring(0, at) : address;
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
