package dev.slipway.admin.api;

import dev.slipway.base.fleet.software.ArtifactBytes;
import dev.slipway.base.fleet.trust.SigningKeys;
import dev.slipway.base.http.probe.Probe;
import dev.slipway.core.bundle.Publishing;
import dev.slipway.core.bundle.Trust;
import dev.slipway.core.enroll.address.AddressAdmission;
import dev.slipway.core.enroll.requests.RequestHistory;
import dev.slipway.core.polling.WakeUp;
import dev.slipway.core.settings.document.Documents;
import dev.slipway.core.settings.document.SettingsReader;
import java.security.SecureRandom;
import java.util.List;

/**
 * What operations need besides acts.
 *
 * @param probe tries addresses that administrators entered
 */
public record Parts(
        Uploads uploads, Publishing publishing, Keys keys, Phones phones, List<SettingsReader> readers, Probe probe) {
    public Parts {
        readers = List.copyOf(readers);
    }

    /**
     * Where uploaded artifacts go.
     *
     * @param bytesMax longest artifact that may be uploaded
     */
    public record Uploads(ArtifactBytes artifacts, long bytesMax) {}

    /** What devices that fetch files get, and where, how they are made to fetch it now, and why they got it. */
    public record Phones(Documents documents, AddressAdmission addresses, WakeUp wakeUp, RequestHistory requests) {}

    /** The signing keys, and what new ones are drawn from. */
    public record Keys(Trust trust, SigningKeys store, SecureRandom random) {}
}
