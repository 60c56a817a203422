package dev.slipway.admin.api;

import dev.slipway.base.fleet.software.ArtifactBytes;
import dev.slipway.base.fleet.trust.SigningKeys;
import dev.slipway.core.bundle.Publishing;
import dev.slipway.core.bundle.Trust;
import dev.slipway.core.enroll.address.AddressAdmission;
import dev.slipway.core.polling.WakeUp;
import dev.slipway.core.settings.document.Documents;
import java.security.SecureRandom;

/** What operations need besides acts. */
public record Parts(Uploads uploads, Publishing publishing, Keys keys, Phones phones) {
    /**
     * Where uploaded artifacts go.
     *
     * @param bytesMax longest artifact that may be uploaded
     */
    public record Uploads(ArtifactBytes artifacts, long bytesMax) {}

    /** What devices that fetch files get, and where, and how they are made to fetch it now. */
    public record Phones(Documents documents, AddressAdmission addresses, WakeUp wakeUp) {}

    /** The signing keys, and what new ones are drawn from. */
    public record Keys(Trust trust, SigningKeys store, SecureRandom random) {}
}
