package dev.slipway.door.portal.site;

import dev.slipway.core.enroll.platform.Platform;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a page shows and from where.
 *
 * @param self address of the first page for another device; empty when nobody knows it
 */
record View(Links links, List<SitePackage> packages, Optional<URI> self) {
    View {
        packages = List.copyOf(packages);
    }

    /** Whether this server has what the platform's page is about. */
    boolean has(Platform platform) {
        return !platform.bundled()
                || !of(SitePackage.Kind.BOOTLOADER, platform.name()).isEmpty();
    }

    List<SitePackage> of(SitePackage.Kind kind, String platform) {
        return packages.stream()
                .filter(made -> made.kind() == kind && made.platform().equals(platform))
                .toList();
    }
}
