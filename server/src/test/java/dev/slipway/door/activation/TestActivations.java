package dev.slipway.door.activation;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.acts.Activation.Page;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.base.fleet.placement.Placed;
import dev.slipway.base.fleet.placement.Profile;
import dev.slipway.base.fleet.placement.Setting;
import dev.slipway.base.fleet.software.Origin;
import dev.slipway.base.identity.TokenKey;
import dev.slipway.base.identity.Tokens;
import dev.slipway.core.enroll.activation.ActivationDesk;
import dev.slipway.core.enroll.activation.ActivationLinks;
import dev.slipway.core.enroll.activation.DocumentDesk;
import dev.slipway.core.enroll.address.AddressAdmission;
import dev.slipway.core.enroll.address.AddressKey;
import dev.slipway.core.settings.Settings;
import dev.slipway.core.settings.catalog.KeyCatalog;
import dev.slipway.core.settings.document.Documents;
import dev.slipway.door.phone.Makers;
import dev.slipway.fake.TestLedger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.crypto.spec.SecretKeySpec;

/** A house with one user, her disabled account, a profile for everyone, and the rooms behind the links. */
final class TestActivations implements AutoCloseable {
    private static final TokenKey KEY = TokenKey.derivedFrom(new SecretKeySpec(new byte[32], "AES"));

    final TestLedger house = new TestLedger();
    final ActivationLinks links = new ActivationLinks(KEY);
    final ActivationDesk desk = new ActivationDesk(
            house.ledger, new ActivationDesk.Known(house.tenants, house.types), links, house.random, house.clock);
    final DocumentDesk documents = new DocumentDesk(
            new DocumentDesk.Rooms(
                    house.ledger,
                    desk,
                    links,
                    new AddressAdmission(house.ledger, new AddressKey(KEY), house.clock, seen -> {}),
                    new Documents(
                            new Settings(KeyCatalog.with(Documents.keys(Makers.all())), house.tenants::find),
                            Makers.all(),
                            house.tenants::find,
                            house.clock)),
            Landing.documents(() -> "KEY", UnaryOperator.identity()),
            house.random,
            house.clock);
    final User ada = house.user("ada");
    final Account account = account();

    private Account account() {
        var made = new Account(
                Id.next(house.random),
                ada.id(),
                "sip",
                "ada@example.com",
                Optional.of(new Secret("s3cret")),
                new Account.Service("", "", Account.State.DISABLED));
        var profile = new Profile(
                Id.next(house.random),
                "phones",
                Profile.Kind.PROFILE,
                Origin.OWN,
                List.of(new Setting("account.user_name", "${account.user}", Ownership.ENFORCED)));
        return house.write(stores -> {
            stores.accounts().add(made);
            stores.profiles().add(profile);
            stores.assignments()
                    .add(new Assignment(
                            Id.next(house.random),
                            new Placed.OfProfile(profile.id()),
                            new Place.Everyone(),
                            0,
                            false,
                            house.clock.instant()));
            return made;
        });
    }

    /** An open one for a device of that type, for a day. */
    Activation activation(String type) {
        var aim = new Activation.Aim(
                ada.id(),
                Optional.of(account.id()),
                Optional.of(house.find(stores -> stores.deviceTypes().named(type))
                        .orElseThrow()
                        .id()),
                Optional.empty(),
                Optional.empty(),
                Set.of());
        return house.activation(aim, new Tokens(house.random).next(), Duration.ofDays(1));
    }

    /** The secret part of its link. */
    String link(Activation activation, Page page) {
        return links.text(house.tenant, activation, page);
    }

    /** As it is now. */
    Activation now(Activation activation) {
        return house.find(stores -> stores.activations().find(activation.id())).orElseThrow();
    }

    @Override
    public void close() {
        house.close();
    }
}
