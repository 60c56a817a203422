package dev.slipway.core.bundle;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Page;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.fleet.software.Application;
import dev.slipway.base.fleet.software.Release;
import dev.slipway.bootloader.protocol.trust.Envelope;
import dev.slipway.bootloader.protocol.trust.ReleaseDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Signs published releases anew when the release key changed, one tenant in one transaction; may be run again at
 * any time.
 */
public final class ReleaseSignatures {
    private final Ledger ledger;
    private final Trust trust;

    /** Signs what {@code ledger} holds with the newest release key. */
    public ReleaseSignatures(Ledger ledger, Trust trust) {
        this.ledger = ledger;
        this.trust = trust;
    }

    /** How many were signed anew. Refuses {@code keys.off-server}. Blocks for some 100 us a release. */
    public int signAnew(Actor actor) {
        int count = 0;
        for (Tenant tenant : ledger.lookups().tenants()) {
            count += signAnew(tenant.id(), actor);
        }
        return count;
    }

    private int signAnew(Id<Tenant> tenant, Actor actor) {
        if (ledger.read(tenant, this::dated).isEmpty()) {
            return 0;
        }
        return ledger.write(tenant, actor, new Act("release.sign-anew", trust.releaseKey()), stores -> {
            List<Release> dated = dated(stores);
            dated.forEach(release -> stores.releases().replace(signed(release)));
            return dated.size();
        });
    }

    private List<Release> dated(Stores stores) {
        List<Release> dated = new ArrayList<>();
        long after = 0;
        List<Application> page = stores.applications().list(new Page(after, Page.SIZE_MAX));
        while (!page.isEmpty()) {
            for (Application application : page) {
                stores.releases().of(application.id()).stream()
                        .filter(this::isDated)
                        .forEach(dated::add);
            }
            after = page.getLast().id().value();
            page = stores.applications().list(new Page(after, Page.SIZE_MAX));
        }
        return dated;
    }

    private boolean isDated(Release release) {
        return release.state() == Release.State.PUBLISHED
                && release.signed().document().map(Bytes::toArray).map(Envelope::parse).stream()
                        .flatMap(envelope -> envelope.signatures().stream())
                        .noneMatch(signature -> signature.keyId().equals(trust.releaseKey()));
    }

    private Release signed(Release release) {
        Optional<Bytes> anew = release.signed()
                .document()
                .map(document -> trust.signRelease(ReleaseDocument.from(Envelope.parse(document.toArray()))))
                .map(envelope -> Bytes.of(envelope.toBytes()));
        return new Release(
                release.id(),
                release.application(),
                release.version(),
                release.state(),
                release.artifacts(),
                new Release.Signed(
                        release.signed().replaces(), anew, release.signed().at()));
    }
}
