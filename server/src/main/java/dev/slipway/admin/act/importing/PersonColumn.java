package dev.slipway.admin.act.importing;

import java.util.List;
import java.util.Locale;

/**
 * What a column of a table of people can mean. The header {@code fullName,gsmNumber,email,securityModel,description}
 * of an older product is understood as it stands.
 */
public enum PersonColumn implements Titled {
    /** Of the new user; left out: the e-mail address, else the digits of the phone number. */
    LOGIN,
    NAME,
    /** In E.164, such as +41791234567. */
    PHONE,
    EMAIL,
    LOCALE,
    /** Group that the user joins. */
    GROUP,
    /** Address of the new account; left out: login and the domain that was named for the whole table. */
    ACCOUNT,
    SECURITY_MODEL,
    /** Of the account. */
    LABEL;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<String> others() {
        return switch (this) {
            case NAME -> List.of("fullName");
            case PHONE -> List.of("gsmNumber");
            case SECURITY_MODEL -> List.of("securityModel");
            case LABEL -> List.of("description");
            case LOGIN, EMAIL, LOCALE, GROUP, ACCOUNT -> List.of();
        };
    }

    /** Of people, all. */
    public static List<PersonColumn> all() {
        return List.of(values());
    }
}
