package dev.slipway.core.bundle;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.fleet.software.Application;
import dev.slipway.base.fleet.software.ArtifactBytes;
import dev.slipway.base.fleet.software.Release;
import dev.slipway.bootloader.protocol.json.Malformed;
import dev.slipway.bootloader.protocol.trust.Envelope;
import dev.slipway.bootloader.protocol.trust.ReleaseDocument;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Publishes releases: looks into every artifact, signs, and keeps all of it in one transaction. The bytes of
 * artifacts are durable before they are referred to, so at any moment the old or the new release is served, whole.
 *
 * <p>All acts block and journal.
 */
public final class Publishing {
    private final Ledger ledger;
    private final Trust trust;
    private final ArtifactInspection inspection;
    private final RandomGenerator random;
    private final InstantSource clock;

    /** Publishes to {@code ledger} what lies in {@code bytes}; ids come from {@code random}. */
    public Publishing(Ledger ledger, Trust trust, ArtifactBytes bytes, RandomGenerator random, InstantSource clock) {
        this.ledger = ledger;
        this.trust = trust;
        this.inspection = new ArtifactInspection(bytes);
        this.random = random;
        this.clock = clock;
    }

    /**
     * A release made off the server: sign {@code document} with the release key, then {@link #publishSigned}.
     *
     * @param document canonical bytes, as they are to be signed
     */
    public record Draft(Release release, Bytes document) {}

    /**
     * Publishes. Refuses {@code release.duplicate}, {@code release.invalid}, {@code release.kind},
     * {@code application.name}, {@code artifact.*}, {@code archive.*} and {@code keys.off-server}.
     */
    public Release publish(Id<Tenant> tenant, Actor actor, Publication publication) {
        Prepared prepared = prepare(publication);
        Envelope signed = trust.signRelease(prepared.document());
        return add(tenant, actor, "release.publish", prepared, Optional.of(signed));
    }

    /** Keeps a draft, and says what has to be signed elsewhere. Refuses as {@link #publish}, apart from the key. */
    public Draft draft(Id<Tenant> tenant, Actor actor, Publication publication) {
        Prepared prepared = prepare(publication);
        Release release = add(tenant, actor, "release.draft", prepared, Optional.empty());
        return new Draft(release, unsigned(prepared.document()));
    }

    /** The document of a release: a draft's to be signed, otherwise as published. Refuses {@code fleet.unknown}. */
    public Bytes document(Id<Tenant> tenant, Id<Release> id) {
        return ledger.read(tenant, stores -> {
            Release release = known(stores.releases().find(id));
            return release.signed().document().orElseGet(() -> unsigned(document(stores, release, now())));
        });
    }

    /**
     * Publishes a draft with the signature made elsewhere, or gives a published release the signature of another key.
     * Refuses {@code fleet.unknown}, {@code release.withdrawn}, {@code release.not-signed}, {@code release.invalid} and
     * {@code release.other}.
     */
    public Release publishSigned(Id<Tenant> tenant, Actor actor, Id<Release> id, byte[] envelope) {
        Envelope signed = parsed(envelope);
        ReleaseDocument document = read(signed);
        if (!trust.vouchesFor(signed)) {
            throw new Refusal(
                    "release.not-signed", "No release key of this server signed it: sign it, then come again.");
        }
        var act = new Act("release.publish", document.application() + " " + document.version());
        return ledger.write(tenant, actor, act, stores -> {
            Release before = known(stores.releases().locked(id));
            Instant at = before.signed().at().orElse(document.released());
            if (before.state() == Release.State.WITHDRAWN) {
                throw new Refusal("release.withdrawn", "This release was taken back: publish another version.");
            }
            if (!document(stores, before, at).equals(document)) {
                throw new Refusal("release.other", "What was signed is not this release: sign the document of it.");
            }
            Release published = with(before, Release.State.PUBLISHED, signed, at);
            stores.releases().replace(published);
            return published;
        });
    }

    /** Removes a draft. Refuses {@code fleet.unknown} and {@code release.published}. */
    public void discard(Id<Tenant> tenant, Actor actor, Id<Release> id) {
        String subject = ledger.read(
                tenant, stores -> name(stores, known(stores.releases().find(id))));
        ledger.write(tenant, actor, new Act("release.discard", subject), stores -> {
            if (known(stores.releases().locked(id)).state() != Release.State.DRAFT) {
                throw new Refusal("release.published", "Only a draft is removed: take this release back instead.");
            }
            return stores.releases().remove(id);
        });
    }

    /**
     * Takes a release back: no device gets it any more. Refuses {@code fleet.unknown} and {@code
     * release.not-published}.
     */
    public Release withdraw(Id<Tenant> tenant, Actor actor, Id<Release> id) {
        String subject = ledger.read(
                tenant, stores -> name(stores, known(stores.releases().find(id))));
        return ledger.write(tenant, actor, new Act("release.withdraw", subject), stores -> {
            Release now = known(stores.releases().locked(id));
            if (now.state() == Release.State.DRAFT) {
                throw new Refusal("release.not-published", "This release is a draft: remove it instead.");
            }
            var withdrawn = new Release(
                    id, now.application(), now.version(), Release.State.WITHDRAWN, now.artifacts(), now.signed());
            stores.releases().replace(withdrawn);
            return withdrawn;
        });
    }

    private record Prepared(Publication publication, ReleaseParts parts, Instant at) {
        ReleaseDocument document() {
            return parts.document(publication, at);
        }
    }

    private Prepared prepare(Publication publication) {
        var prepared = new Prepared(publication, ReleaseParts.of(publication, inspection), now());
        prepared.document();
        return prepared;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Bytes unsigned(ReleaseDocument document) {
        return Bytes.of(new Envelope(document.toJson(), List.of()).toBytes());
    }

    private Release add(Id<Tenant> tenant, Actor actor, String name, Prepared prepared, Optional<Envelope> signed) {
        Publication publication = prepared.publication();
        var act = new Act(name, publication.application() + " " + publication.version());
        try {
            return ledger.write(tenant, actor, act, stores -> add(stores, prepared, signed));
        } catch (Refusal refusal) {
            throw refusal.code().equals("fleet.duplicate") ? duplicate(publication) : refusal;
        }
    }

    private Release add(Stores stores, Prepared prepared, Optional<Envelope> signed) {
        Publication publication = prepared.publication();
        Application application =
                stores.applications().named(publication.application()).orElseGet(() -> introduced(stores, publication));
        if (stores.releases().version(application.id(), publication.version()).isPresent()) {
            throw duplicate(publication);
        }
        var release = new Release(
                Id.next(random),
                application.id(),
                publication.version(),
                signed.isPresent() ? Release.State.PUBLISHED : Release.State.DRAFT,
                prepared.parts().artifacts(),
                new Release.Signed(
                        publication.replaces(),
                        signed.map(envelope -> Bytes.of(envelope.toBytes())),
                        signed.map(envelope -> prepared.at())));
        stores.releases().add(release);
        return release;
    }

    private Application introduced(Stores stores, Publication publication) {
        Publication.Introduction introduction = publication.introduction();
        var application = new Application(
                Id.next(random),
                publication.application(),
                introduction.title(),
                introduction.installOrder(),
                introduction.later(),
                introduction.origin());
        stores.applications().add(application);
        return application;
    }

    private static Refusal duplicate(Publication publication) {
        return new Refusal(
                "release.duplicate",
                publication.application() + " " + publication.version()
                        + " exists already: a release never changes, so give the next one another version.");
    }

    private static Envelope parsed(byte[] signed) {
        try {
            return Envelope.parse(signed);
        } catch (Malformed e) {
            throw new Refusal("release.invalid", "This is no signed document: " + e.getMessage());
        }
    }

    private static ReleaseDocument read(Envelope signed) {
        try {
            return ReleaseDocument.from(signed);
        } catch (Malformed e) {
            throw new Refusal("release.invalid", "This is no release document: " + e.getMessage());
        }
    }

    private static Release known(Optional<Release> found) {
        return found.orElseThrow(() -> new Refusal("fleet.unknown", "There is no such release: list them all to see."));
    }

    private static String name(Stores stores, Release release) {
        String application = stores.applications()
                .find(release.application())
                .map(Application::name)
                .orElse("?");
        return application + " " + release.version();
    }

    /** What may be signed: the application, version, artifacts and earlier software that were looked into. */
    private static ReleaseDocument document(Stores stores, Release release, Instant at) {
        String application = stores.applications()
                .find(release.application())
                .map(Application::name)
                .orElseThrow();
        return ReleaseParts.of(release)
                .document(application, release.version(), release.signed().replaces(), at);
    }

    private static Release with(Release release, Release.State state, Envelope signed, Instant at) {
        return new Release(
                release.id(),
                release.application(),
                release.version(),
                state,
                release.artifacts(),
                new Release.Signed(
                        release.signed().replaces(), Optional.of(Bytes.of(signed.toBytes())), Optional.of(at)));
    }
}
