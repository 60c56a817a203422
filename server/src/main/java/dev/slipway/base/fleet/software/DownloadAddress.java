package dev.slipway.base.fleet.software;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import java.net.URI;
import java.util.Optional;

/**
 * Where a platform gets an application: a web address, or an own release.
 *
 * @param platform as in {@code /get/{platform}}
 * @param securityModel name, or empty text for any; the more specific address wins
 * @param url empty when an own release is served
 */
public record DownloadAddress(
        Id<DownloadAddress> id,
        Id<Application> application,
        String platform,
        String securityModel,
        Optional<URI> url,
        Optional<Id<Release>> release)
        implements Identified<DownloadAddress> {}
