package dev.slipway.contract;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.acts.Delivery;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceDocument;
import dev.slipway.base.fleet.devices.DeviceEvent;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.devices.RecognitionRule;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Message;
import dev.slipway.base.fleet.messages.MessageKind;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.Person;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.base.fleet.placement.Profile;
import dev.slipway.base.fleet.placement.Setting;
import dev.slipway.base.fleet.software.Application;
import dev.slipway.base.fleet.software.Artifact;
import dev.slipway.base.fleet.software.Origin;
import dev.slipway.base.fleet.software.Release;
import dev.slipway.base.fleet.software.ReleaseArtifact;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One complete record of each kind, named by the caller. */
final class Samples {
    private static final Bytes DOCUMENT = Bytes.of(new byte[] {1, 2, 3});

    private Samples() {}

    static User user(Id<User> id, String login) {
        Person person = new Person("Ada", "ada@example.com", "+441234567", "en");
        return new User(id, login, person, User.State.ACTIVE, Optional.of("$argon2id$x"));
    }

    static Group group(Id<Group> id, String name, Optional<Id<Group>> parent) {
        return new Group(id, name, parent);
    }

    static Account account(Id<Account> id, Id<User> user, String address) {
        return new Account(
                id,
                user,
                "sip",
                address,
                Optional.of(new Secret("hunter2")),
                new Account.Service("Desk", "", Account.State.ACTIVE));
    }

    static DeviceType type(Id<DeviceType> id, String name) {
        return new DeviceType(
                id,
                name,
                new DeviceType.Family("Maker", "Family", "linux"),
                10,
                List.of(new RecognitionRule("platform", RecognitionRule.Operator.STARTS_WITH, "lin\"ux")),
                List.of("linux-x86_64", "any"));
    }

    static Device device(Id<Device> id, String name, Id<DeviceType> type, Optional<Id<User>> user) {
        return new Device(id, name, type, user, Device.State.ACTIVE, House.NOON);
    }

    static DeviceDocument document(Id<Device> device, long version, String etag, long serial) {
        return new DeviceDocument(
                device,
                "bundle",
                version,
                "hash-" + etag,
                new DeviceDocument.Life(House.NOON, House.NOON.plus(Duration.ofDays(30))),
                new DeviceDocument.Body(Bytes.of(etag.getBytes(StandardCharsets.UTF_8)), etag, serial));
    }

    static DeviceEvent event(long sequence) {
        return new DeviceEvent(
                sequence,
                House.NOON.plusSeconds(sequence),
                1,
                new DeviceEvent.Subject("app", "1.0"),
                "install",
                new DeviceEvent.Outcome("done", "a 'quoted' detail, with {braces} and \\ "));
    }

    static Application application(Id<Application> id, String name) {
        return new Application(id, name, "Title", 5, true, Origin.OPERATOR);
    }

    static Release release(Id<Release> id, Id<Application> application, String version) {
        Artifact artifact = new Artifact("ab".repeat(32), 12_345_678_901L, "application/zip", "app.zip");
        return new Release(
                id,
                application,
                version,
                Release.State.PUBLISHED,
                List.of(new ReleaseArtifact("any", "files", artifact), new ReleaseArtifact("linux", "deb", artifact)),
                new Release.Signed("[]", Optional.of(DOCUMENT), Optional.of(House.NOON)));
    }

    static Profile profile(Id<Profile> id, String name) {
        return new Profile(
                id,
                name,
                Profile.Kind.POLICY,
                Origin.OWN,
                List.of(
                        new Setting("web.password", "z, {y}", Ownership.LOCKED),
                        new Setting("account.label", "", Ownership.INITIAL)));
    }

    static Activation activation(Id<Activation> id, Id<User> user, Bytes ticket) {
        return activation(id, user, House.NOON.plus(Duration.ofDays(36_500)), Optional.of(ticket));
    }

    static Activation activation(Id<Activation> id, Id<User> user, Instant expires, Optional<Bytes> ticket) {
        return new Activation(
                id,
                Activation.Aim.of(user),
                Activation.State.ISSUED,
                new Activation.Links(1, expires, true, new Activation.Code(House.NOON, 2)),
                ticket.map(sha256 -> new Activation.Ticket(sha256, expires)),
                Activation.Traces.since(House.NOON));
    }

    static Delivery delivery(Id<Device> device, boolean wanted, Delivery.State state) {
        return new Delivery(device, "app", "1.0", wanted, state, new Delivery.Note(House.NOON, "fine"));
    }

    static GatewaySetup gateway(Id<GatewaySetup> id, String name) {
        return new GatewaySetup(
                id,
                name,
                "http",
                Map.of("url", "https://sms.example.com/?a={b}&c=\"d\""),
                Map.of("password", new Secret("hunter2")),
                new GatewaySetup.Use(true, 3, List.of("+41", "+43"), List.of(MessageKind.ACTIVATION), 5));
    }

    /** One that is done, so that it is restored as it was. */
    static Message message(Id<Message> id, Id<User> user, Id<GatewaySetup> gateway) {
        return new Message(
                id,
                new Message.Content(
                        MessageKind.ACTIVATION,
                        "de",
                        Map.of("link", new Secret("https://secret")),
                        Optional.of(new Id<>(user.value()))),
                new Message.Recipient(Channel.SMS, "+41791234567", Optional.of(user)),
                new Message.Progress(
                        Message.State.FAILED,
                        Optional.of(gateway),
                        new Message.Attempts(2, 1, House.NOON),
                        "r",
                        "because",
                        House.NOON),
                House.NOON,
                House.NOON);
    }
}
