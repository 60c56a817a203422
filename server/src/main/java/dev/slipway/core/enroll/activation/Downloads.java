package dev.slipway.core.enroll.activation;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.fleet.software.Application;
import dev.slipway.base.fleet.software.DownloadAddress;
import dev.slipway.base.fleet.software.Release;
import dev.slipway.base.fleet.software.ReleaseArtifact;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where a platform gets applications (DESIGN section 5, Software). */
public final class Downloads {
    private Downloads() {}

    /**
     * An application and where it is got.
     *
     * @param application its name, with the target when an own release has several for this platform
     * @param address the record that says so
     */
    public record Download(String application, URI url, Id<DownloadAddress> address) {}

    /**
     * What there is for a platform, by the name of the application; of several addresses of one application that of the
     * security model goes before that of any. An own release counts while it is published and has something for the
     * platform.
     *
     * @param platform as in {@code /get/{platform}}
     * @param securityModel of the account; empty for none
     */
    public static List<Download> of(Stores stores, Tenant tenant, String platform, String securityModel) {
        Map<String, List<Download>> best = new TreeMap<>();
        stores.downloadAddresses().stream()
                .filter(address -> address.platform().equals(platform))
                .filter(address -> address.securityModel().isEmpty()
                        || address.securityModel().equalsIgnoreCase(securityModel))
                .sorted(Comparator.comparing(address -> !address.securityModel().isEmpty()))
                .forEach(address -> stores.applications()
                        .find(address.application())
                        .map(Application::name)
                        .ifPresent(name -> {
                            List<Download> found = found(stores, tenant, name, address);
                            if (!found.isEmpty()) {
                                best.put(name, found);
                            }
                        }));
        return best.values().stream().flatMap(List::stream).toList();
    }

    private static List<Download> found(Stores stores, Tenant tenant, String name, DownloadAddress address) {
        List<Download> elsewhere = address.url()
                .map(url -> List.of(new Download(name, url, address.id())))
                .orElse(List.of());
        List<ReleaseArtifact> own = address.release()
                .flatMap(stores.releases()::find)
                .filter(release -> release.state() == Release.State.PUBLISHED)
                .map(release -> forPlatform(release, address.platform()))
                .orElse(List.of());
        return Stream.concat(
                        elsewhere.stream(),
                        own.stream()
                                .map(artifact -> new Download(
                                        own.size() == 1 ? name : "%s (%s)".formatted(name, artifact.target()),
                                        ActivationLinks.below(
                                                tenant,
                                                "/artifact/"
                                                        + artifact.artifact().sha256()),
                                        address.id())))
                .toList();
    }

    /** That of the platform itself; else those of its architectures; else that for any machine. */
    private static List<ReleaseArtifact> forPlatform(Release release, String platform) {
        return Stream.of(targets(release, platform, false), targets(release, platform + "-", true))
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElseGet(() -> targets(release, "any", false));
    }

    private static List<ReleaseArtifact> targets(Release release, String target, boolean prefix) {
        return release.artifacts().stream()
                .filter(each -> prefix
                        ? each.target().startsWith(target)
                        : each.target().equals(target))
                .toList();
    }
}
