package dev.slipway.admin.act.people;

import dev.slipway.admin.act.Form;
import dev.slipway.admin.act.Shape;
import dev.slipway.base.fleet.people.Person;
import dev.slipway.base.fleet.people.User;
import java.util.List;
import java.util.Optional;

/** What is known of a person; whatever is left out is unknown. */
public record PersonForm(
        Optional<String> name, Optional<String> email, Optional<String> phone, Optional<String> locale) {
    static final PersonForm NOBODY =
            new PersonForm(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static PersonForm of(Person person) {
        return new PersonForm(
                known(person.name()), known(person.email()), known(person.phone()), known(person.locale()));
    }

    /** The form of a new user who is that person. */
    public Form<User> user(String login, Optional<List<String>> groups) {
        return new UserForm(login, Optional.of(this), Optional.empty(), groups, Optional.empty());
    }

    Person person() {
        return new Person(
                Shape.NAME.checkUnlessEmpty(name),
                Shape.EMAIL.checkUnlessEmpty(email),
                Shape.PHONE.checkUnlessEmpty(phone),
                Shape.LOCALE.checkUnlessEmpty(locale));
    }

    private static Optional<String> known(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }
}
