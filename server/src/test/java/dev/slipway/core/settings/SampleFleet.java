package dev.slipway.core.settings;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.Person;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.base.fleet.placement.Placed;
import dev.slipway.base.fleet.placement.Profile;
import dev.slipway.base.fleet.placement.Setting;
import dev.slipway.base.fleet.software.Application;
import dev.slipway.base.fleet.software.Artifact;
import dev.slipway.base.fleet.software.Origin;
import dev.slipway.base.fleet.software.Release;
import dev.slipway.base.fleet.software.ReleaseArtifact;
import dev.slipway.base.store.Database;
import dev.slipway.base.store.ledger.JdbcLedger;
import dev.slipway.fake.TestDatabase;
import dev.slipway.fake.TestSecrets;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A new tenant on a real ledger, with one device type and short ways to fill it. Every assignment is a second newer
 * than the one before.
 */
final class SampleFleet {
    private static final Random RANDOM = new Random(7);

    private final Ledger ledger = Shared.LEDGER;
    private final Tenant tenant;
    private final DeviceType type;
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    SampleFleet() {
        Id<Tenant> id = id();
        URI portal = URI.create("https://portal.acme.example");
        tenant = new Tenant(id, "acme-" + id, "it@" + id + ".example", portal, List.of());
        ledger.keep(tenant, Actor.HOUSE, new Act("tenant.create", "acme"));
        var family = new DeviceType.Family("Debian", "Linux", "linux");
        type = new DeviceType(id(), "Linux PC", family, 1, List.of(), List.of("linux-x86_64", "any"));
        write(stores -> stores.deviceTypes().add(type));
    }

    DeviceType type() {
        return type;
    }

    <T> Id<T> id() {
        return Id.next(RANDOM);
    }

    /** As {@code Wiring} does it. */
    Optional<Tenant> tenant(Id<Tenant> id) {
        return ledger.lookups().tenants().stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
    }

    void write(Consumer<Stores> work) {
        ledger.note(tenant.id(), stores -> {
            work.accept(stores);
            return true;
        });
    }

    <T> T read(Function<Stores, T> work) {
        return ledger.read(tenant.id(), work);
    }

    DeviceView view(Id<Device> device) {
        return ledger.view(tenant.id(), device, "");
    }

    User user(String login) {
        var person = new Person(login.toUpperCase(Locale.ROOT), "", "+41443000000", "de-CH");
        var user = new User(id(), login, person, User.State.ACTIVE, Optional.empty());
        write(stores -> stores.users().add(user));
        return user;
    }

    Group group(String name, Optional<Group> parent) {
        var group = new Group(id(), name, parent.map(Group::id));
        write(stores -> stores.groups().add(group));
        return group;
    }

    Device device(String name, Optional<User> user) {
        var device = new Device(id(), name, type.id(), user.map(User::id), Device.State.ACTIVE, now);
        write(stores -> stores.devices().add(device));
        return device;
    }

    Account account(User user, String address, Account.State state) {
        var service = new Account.Service("", "", state);
        var account = new Account(id(), user.id(), "sip", address, Optional.of(new Secret("s3cret")), service);
        write(stores -> stores.accounts().add(account));
        return account;
    }

    Profile profile(String name, Setting... settings) {
        var profile = new Profile(id(), name, Profile.Kind.PROFILE, Origin.OWN, List.of(settings));
        write(stores -> stores.profiles().add(profile));
        return profile;
    }

    static Setting setting(String key, String value) {
        return new Setting(key, value, Ownership.ENFORCED);
    }

    Application application(String name, int installOrder) {
        var application = new Application(id(), name, name, installOrder, false, Origin.OWN);
        write(stores -> stores.applications().add(application));
        return application;
    }

    Release release(Application application, String version, Release.State state, String... targets) {
        List<ReleaseArtifact> artifacts = List.of(targets).stream()
                .map(target -> new ReleaseArtifact(target, "files", artifact(target + version)))
                .toList();
        boolean draft = state == Release.State.DRAFT;
        var signed = new Release.Signed(
                "[]",
                draft ? Optional.empty() : Optional.of(Bytes.of(new byte[] {1})),
                draft ? Optional.empty() : Optional.of(now));
        var release = new Release(id(), application.id(), version, state, artifacts, signed);
        write(stores -> stores.releases().add(release));
        return release;
    }

    private static Artifact artifact(String name) {
        String sha256 = "%064x".formatted(Integer.toUnsignedLong(name.hashCode()));
        return new Artifact(sha256, 10, "application/gzip", name + ".tar.gz");
    }

    /** Assigns a profile with rank 0, not final. */
    Assignment give(Profile profile, Place place) {
        return give(new Placed.OfProfile(profile.id()), place, 0, false);
    }

    Assignment give(Placed placed, Place place, int rank, boolean isFinal) {
        now = now.plusSeconds(1);
        var assignment = new Assignment(id(), placed, place, rank, isFinal, now);
        write(stores -> stores.assignments().add(assignment));
        return assignment;
    }

    /** One database for all tests of the JVM; each has a tenant of its own. */
    private static final class Shared {
        static final Ledger LEDGER =
                new JdbcLedger(Database.open(TestDatabase.fresh()).jdbi(), TestSecrets.box(RANDOM));
    }
}
