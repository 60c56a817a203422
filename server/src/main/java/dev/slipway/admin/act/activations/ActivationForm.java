package dev.slipway.admin.act.activations;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Form;
import dev.slipway.admin.act.Shape;
import dev.slipway.admin.act.people.PeopleKinds;
import dev.slipway.admin.act.people.PersonForm;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.User;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The wish for an activation: a person, an account, a profile and a way to send, done as one act.
 *
 * @param user login or id of a user who exists; left out when {@code person} is given
 * @param person who is made a user
 * @param account that becomes active with it; left out when it only lets a device log on
 * @param profile given to that account
 * @param device what kind it is, and whose place it takes
 * @param sending left out: nothing is sent, and the links are answered
 */
public record ActivationForm(
        Optional<String> user,
        Optional<PersonWish> person,
        Optional<AccountWish> account,
        Optional<String> profile,
        Optional<DeviceWish> device,
        Optional<SendingWish> sending) {
    /** For that user, and nothing sent. */
    public static ActivationForm of(String user) {
        return new ActivationForm(
                Optional.of(user),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * A new person.
     *
     * @param login left out: the e-mail address, else the digits of the phone number
     * @param groups names
     */
    public record PersonWish(
            Optional<String> login,
            Optional<String> name,
            Optional<String> email,
            Optional<String> phone,
            Optional<String> locale,
            Optional<List<String>> groups) {
        /** Refuses {@code activation.no-login} when there is nothing to make one of. */
        Form<User> form() {
            return new PersonForm(name, email, phone, locale).user(named(), groups);
        }

        /** The login, as given or made; refuses {@code activation.no-login}. */
        public String named() {
            return Stream.of(login, email, phone.map(number -> number.replaceAll("[^0-9]", "")))
                    .flatMap(Optional::stream)
                    .filter(text -> !text.isBlank())
                    .findFirst()
                    .orElseThrow(() -> new Refusal(
                            "activation.no-login",
                            "A new person needs a login, an e-mail address or a phone number: give one of them."));
        }
    }

    /**
     * An account: one of the user's that exists, or a new one.
     *
     * @param address such as {@code alice@example.com}
     * @param secret left out for a new one: drawn, and shown to nobody
     */
    public record AccountWish(
            String address, Optional<Secret> secret, Optional<String> label, Optional<String> securityModel) {
        Account fill(Acting acting, User user, Secret drawn) {
            String model = securityModel
                    .filter(name -> !name.isEmpty())
                    .map(name -> acting.find(PeopleKinds.SECURITY_MODEL, name).name())
                    .orElse("");
            return new Account(
                    acting.newId(),
                    user.id(),
                    "sip",
                    Shape.ADDRESS.check(address.strip()),
                    secret.or(() -> Optional.of(drawn)),
                    new Account.Service(Shape.TEXT.checkUnlessEmpty(label), model, Account.State.DISABLED));
        }
    }

    /**
     * The device.
     *
     * @param type name of its type; left out for whatever the user has at hand
     * @param replaces name of the device whose settings follow, and which is retired then
     */
    public record DeviceWish(Optional<String> type, Optional<String> replaces) {
        static final DeviceWish ANY = new DeviceWish(Optional.empty(), Optional.empty());
    }

    /**
     * How it is sent.
     *
     * @param channel none when left out: the links are answered
     * @param installation whether the installation message is sent too; yes when left out
     * @param pin whether the button asks for a PIN, which is answered and to be told by another way; no when left out
     * @param lifeMinutes 1 to 43,200 (30 days); three days when left out
     */
    public record SendingWish(
            Optional<Way> channel,
            Optional<Boolean> installation,
            Optional<Boolean> pin,
            Optional<Integer> lifeMinutes) {
        static final SendingWish NONE =
                new SendingWish(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        private static final Duration LIFE_USUAL = Duration.ofDays(3);
        private static final Duration LIFE_MIN = Duration.ofMinutes(1);
        /** A message is read within days; a longer life only helps a thief. */
        private static final Duration LIFE_MAX = Duration.ofDays(30);

        Optional<Channel> way() {
            return channel.flatMap(Way::channel);
        }

        boolean hasInstallation() {
            return way().isPresent() && installation.orElse(true);
        }

        boolean withPin() {
            return pin.orElse(false);
        }

        /** Refuses {@code activation.life}. */
        Duration life() {
            Duration life = lifeMinutes.map(Duration::ofMinutes).orElse(LIFE_USUAL);
            if (life.compareTo(LIFE_MIN) < 0 || life.compareTo(LIFE_MAX) > 0) {
                throw new Refusal("activation.life", "An activation lives from one minute to 30 days.");
            }
            return life;
        }
    }

    /** By what it is sent. */
    public enum Way {
        SMS,
        EMAIL,
        NONE;

        Optional<Channel> channel() {
            return switch (this) {
                case SMS -> Optional.of(Channel.SMS);
                case EMAIL -> Optional.of(Channel.EMAIL);
                case NONE -> Optional.empty();
            };
        }
    }

    /** What it has in common with those of other people. */
    ActivationForm withoutPerson() {
        Optional<PersonWish> groups = person.map(one -> new PersonWish(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                one.groups()));
        Optional<AccountWish> any =
                account.map(one -> new AccountWish("", Optional.empty(), Optional.empty(), Optional.empty()));
        return new ActivationForm(user, groups, any, profile, device, sending);
    }

    DeviceWish wanted() {
        return device.orElse(DeviceWish.ANY);
    }

    SendingWish sent() {
        return sending.orElse(SendingWish.NONE);
    }

    /** What the journal calls it. */
    String subject() {
        return user.or(() -> person.map(wish -> wish.form().subject())).orElse("");
    }
}
