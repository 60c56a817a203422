package dev.slipway.core.bundle;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceDocument;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.base.fleet.placement.Placed;
import dev.slipway.base.fleet.placement.Profile;
import dev.slipway.base.fleet.placement.Setting;
import dev.slipway.base.fleet.software.Origin;
import dev.slipway.base.fleet.software.Release;
import dev.slipway.base.store.files.ArtifactFiles;
import dev.slipway.bootloader.protocol.trust.Envelope;
import dev.slipway.bootloader.protocol.trust.Signer;
import dev.slipway.core.bundle.Publication.Introduction;
import dev.slipway.core.bundle.Publication.Upload;
import dev.slipway.core.settings.Settings;
import dev.slipway.core.settings.catalog.KeyCatalog;
import dev.slipway.fake.TestLedger;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that makes bundles, on a real ledger, with a user and her device. */
final class Works implements AutoCloseable {
    static final Actor ADMINISTRATOR = new Actor("administrator", "root");

    final TestLedger house = new TestLedger();
    final SecureRandom secure = new SecureRandom();
    final Trust trust = Trust.start(house.signingKeys, secure, house.clock);
    final KeyChange change = new KeyChange(trust, house.signingKeys, house.clock);
    final ArtifactFiles files;
    final Publishing publishing;
    final Bundles bundles;
    final User ada = house.user("ada");
    final Device device;

    Works(Path directory) {
        files = new ArtifactFiles(directory, house.clock);
        publishing = new Publishing(house.ledger, trust, files, house.random, house.clock);
        bundles = bundles();
        device = house.write(stores -> {
            var added = new Device(
                    Id.next(house.random),
                    "ada-1",
                    stores.deviceTypes().named("linux-x86_64").orElseThrow().id(),
                    Optional.of(ada.id()),
                    Device.State.ACTIVE,
                    house.clock.instant());
            stores.devices().add(added);
            return added;
        });
    }

    /** As another server of the same installation makes them. */
    Bundles bundles() {
        var settings = new Settings(KeyCatalog.with(), id -> Optional.empty());
        return new Bundles(house.ledger, trust, settings, house.clock);
    }

    Id<Tenant> tenant() {
        return house.tenant;
    }

    DeviceView view() {
        return house.ledger.view(tenant(), device.id(), Bundles.FILE);
    }

    DeviceDocument current() {
        return bundles.current(view());
    }

    Upload zip(String content, String... paths) {
        return upload(Archives.zip(content, paths), "files", "demo.zip");
    }

    Upload upload(byte[] bytes, String kind, String fileName) {
        try {
            var digest = files.put(new ByteArrayInputStream(bytes), 1 << 20);
            return new Upload(digest.sha256(), kind, "application/octet-stream", fileName);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Release publish(String application, String version) {
        var publication = new Publication(
                application,
                version,
                Map.of("any", zip(application + version, "bin/" + application)),
                "[]",
                Introduction.usual(application));
        return publishing.publish(tenant(), ADMINISTRATOR, publication);
    }

    /** The newest release of an application, to everyone. */
    Assignment assign(Release release) {
        return assign(new Placed.OfApplication(release.application(), Optional.empty()));
    }

    /** One setting in a profile of its own, to everyone. */
    Assignment assign(String key, String value) {
        var profile = new Profile(
                Id.next(house.random),
                key + " " + value,
                Profile.Kind.PROFILE,
                Origin.OWN,
                List.of(new Setting(key, value, Ownership.ENFORCED)));
        house.write(stores -> {
            stores.profiles().add(profile);
            return profile;
        });
        return assign(new Placed.OfProfile(profile.id()));
    }

    private Assignment assign(Placed placed) {
        var assignment =
                new Assignment(Id.next(house.random), placed, new Place.Everyone(), 0, false, house.clock.instant());
        house.write(stores -> {
            stores.assignments().add(assignment);
            return assignment;
        });
        return assignment;
    }

    void unassign(Assignment assignment) {
        house.write(stores -> stores.assignments().remove(assignment.id()));
    }

    /** Takes a key off the server; its holder signs from now on. */
    Signer detach(String role) {
        Signer signer = trust.ring().signer(role);
        String id = signer.publicKey().keyId();
        KeyFile file = KeyFile.of(signer.publicKey().hex(), change.export(ADMINISTRATOR, id));
        change.detach(ADMINISTRATOR, id, Envelope.parse(file.proof().toArray()));
        return signer;
    }

    @Override
    public void close() {
        house.close();
    }
}
