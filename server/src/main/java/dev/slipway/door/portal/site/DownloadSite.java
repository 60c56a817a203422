package dev.slipway.door.portal.site;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.slipway.base.http.Answer;
import dev.slipway.base.http.Content;
import dev.slipway.base.http.FileAnswer;
import dev.slipway.base.http.Validators;
import dev.slipway.core.enroll.platform.Platforms;
import dev.slipway.core.enroll.platform.Platforms.Visitor;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The download site as answers. Every method may block.
 */
public final class DownloadSite {
    private static final int STAMPS_MAX = 1000;

    /** No script, nothing from elsewhere, in nobody's frame (CSP level 3). */
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'none'";

    private final DownloadPages pages;
    private final LoadingCache<Stamp, List<SitePackage>> packages;

    /** Offers these packages. */
    public DownloadSite(Packages packages) {
        this.pages = new DownloadPages(Platforms.ours());
        this.packages = Caffeine.newBuilder().maximumSize(STAMPS_MAX).build(packages::of);
    }

    /** The first page: what is best for this visitor, and all the others. */
    public Answer overview(Stamp stamp, Visitor visitor) {
        return page(pages.overview(view(stamp, Links.FROM_GET), Optional.of(visitor)))
                .with("vary", "user-agent, sec-ch-ua-platform");
    }

    /** The page of a platform. */
    public Optional<Answer> platform(Stamp stamp, String name) {
        return pages.platform(view(stamp, Links.FROM_BELOW_GET), name).map(DownloadSite::page);
    }

    /** The page of the migration packages. */
    public Answer migration(Stamp stamp) {
        return page(pages.migration(view(stamp, Links.FROM_BELOW_GET)));
    }

    /** A package by its name. */
    public Optional<Answer> file(Stamp stamp, String name) {
        return packages.get(stamp).stream()
                .filter(made -> made.name().equals(name))
                .<Answer>map(DownloadSite::download)
                .findFirst();
    }

    /** The style of all pages. */
    public Answer style() {
        return Content.text("text/css", DownloadPages.style())
                .with("cache-control", "public, max-age=3600")
                .with("x-content-type-options", "nosniff");
    }

    private View view(Stamp stamp, Links links) {
        return new View(links, packages.get(stamp), Optional.of(URI.create(stamp.publicUrl() + "/get")));
    }

    private static Answer download(SitePackage made) {
        return new FileAnswer(
                made.file(),
                new Validators(made.length(), made.sha256(), Optional.empty()),
                Map.of(
                        "content-type",
                        made.mediaType(),
                        "content-disposition",
                        "attachment; filename=\"" + made.name() + "\"",
                        "cache-control",
                        "no-cache",
                        "x-content-type-options",
                        "nosniff"));
    }

    private static Content page(String html) {
        return Content.text("text/html", html)
                .with("cache-control", "no-cache")
                .with("content-security-policy", POLICY)
                .with("referrer-policy", "no-referrer")
                .with("x-content-type-options", "nosniff");
    }
}
