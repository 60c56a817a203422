package dev.slipway.admin.api;

import dev.slipway.base.fleet.software.ArtifactBytes;
import dev.slipway.base.fleet.trust.SigningKeys;
import dev.slipway.core.bundle.Publishing;
import dev.slipway.core.bundle.Trust;
import java.security.SecureRandom;

/** What operations need besides acts. */
public record Parts(Uploads uploads, Publishing publishing, Keys keys) {
    /**
     * Where uploaded artifacts go.
     *
     * @param bytesMax longest artifact that may be uploaded
     */
    public record Uploads(ArtifactBytes artifacts, long bytesMax) {}

    /** The signing keys, and what new ones are drawn from. */
    public record Keys(Trust trust, SigningKeys store, SecureRandom random) {}
}
