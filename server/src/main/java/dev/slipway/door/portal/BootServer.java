package dev.slipway.door.portal;

import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.http.Answer;
import dev.slipway.base.http.Content;
import dev.slipway.base.http.NotFound;
import dev.slipway.bootloader.protocol.ServerDescription;
import dev.slipway.bootloader.protocol.json.JsonWriter;
import dev.slipway.core.enroll.KnownTenants;
import java.time.InstantSource;
import java.util.Optional;

/** {@code GET /boot/v1/server}: who we are and by what to believe it. Asked before any trust, so anybody gets it. */
final class BootServer {
    private final KnownTenants tenants;
    private final ServerFace face;
    private final InstantSource clock;

    BootServer(KnownTenants tenants, ServerFace face, InstantSource clock) {
        this.tenants = tenants;
        this.face = face;
        this.clock = clock;
    }

    Answer answer(Asked asked) {
        Optional<Tenant> tenant = tenants.asked(asked.alias(), asked.source().host());
        return tenant.<Answer>map(this::described).orElse(NotFound.ANSWER);
    }

    private Content described(Tenant tenant) {
        var description = new ServerDescription(
                tenant.name(),
                tenant.alias(),
                new ServerDescription.Addresses(tenant.publicUrl(), face.tlsUrl(tenant)),
                face.roots(),
                face.tls(),
                clock.instant());
        return Content.of("application/json", JsonWriter.compact(description.toJson()))
                .with("cache-control", "no-cache");
    }
}
