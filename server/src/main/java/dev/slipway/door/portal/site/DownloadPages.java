package dev.slipway.door.portal.site;

import static dev.slipway.base.wire.html.Tag.tag;

import dev.slipway.base.wire.data.DataFile;
import dev.slipway.base.wire.html.Html;
import dev.slipway.base.wire.qr.QrCode;
import dev.slipway.core.enroll.platform.Platform;
import dev.slipway.core.enroll.platform.Platforms;
import dev.slipway.core.enroll.platform.Platforms.Visitor;
import dev.slipway.door.portal.site.SitePackage.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The pages themselves: one main action, then the list of all platforms, then the way to another device.
 */
final class DownloadPages {
    private final Platforms platforms;

    DownloadPages(Platforms platforms) {
        this.platforms = platforms;
    }

    Platforms platforms() {
        return platforms;
    }

    /** Without a visitor (static files) only the list. */
    String overview(View view, Optional<Visitor> visitor) {
        var parts = new ArrayList<Html>();
        visitor.map(platforms::recognize).ifPresent(platform -> {
            parts.add(tag("p").with("class", "lead").of("Your device looks like this:"));
            parts.add(section(view, platform));
        });
        parts.add(tag("h2").of(visitor.isPresent() ? "Not your device?" : "Which device is it?"));
        parts.add(list(view));
        parts.addAll(otherDevice(view));
        return page(view, "Get started", parts);
    }

    /** Empty for a name that is no platform's, and for a package that this server does not have. */
    Optional<String> platform(View view, String name) {
        return platforms.named(name).filter(view::has).map(platform -> {
            var parts = new ArrayList<Html>();
            parts.add(section(view, platform));
            parts.add(tag("p").of(link(view.links().overview(), "Not your device? See all of them.")));
            parts.addAll(otherDevice(view));
            return page(view, platform.title(), parts);
        });
    }

    String migration(View view) {
        var parts = new ArrayList<Html>();
        parts.add(tag("p").of("For administrators of an older system: import one of these "
                + "there, deploy it to your users, and each "
                + "device moves here by itself. How to do it stands in IMPORT.txt inside."));
        parts.add(tag("p").of("Inside, bootloader.properties names this server. You may "
                + "change host and port, or give the alias "
                + "instead; never both."));
        platforms.all().forEach(platform -> view.of(Kind.MIGRATION, platform.name())
                .forEach(made -> parts.add(download(view, made, platform.title()))));
        return page(view, "Migration packages", parts);
    }

    private static Html section(View view, Platform platform) {
        var parts = new ArrayList<Html>();
        parts.add(tag("h2").of(platform.title()));
        view.of(Kind.BOOTLOADER, platform.name())
                .forEach(made -> parts.add(download(view, made, label(platform, made))));
        parts.add(tag("ol")
                .of(platform.steps().stream().map(step -> tag("li").of(step)).toList()));
        return tag("section").of(parts);
    }

    private static String label(Platform platform, SitePackage made) {
        return "Download for " + (made.isDebian() ? "Debian or Ubuntu" : platform.title());
    }

    private static Html download(View view, SitePackage made, String label) {
        return tag("div")
                .with("class", "download")
                .of(
                        tag("a").with("class", "button")
                                .with("href", view.links().file(made))
                                .of(label),
                        tag("dl")
                                .of(
                                        tag("dt").of("File"),
                                        tag("dd").of(made.name()),
                                        tag("dt").of("Size"),
                                        tag("dd").of(size(made.length())),
                                        tag("dt").of("SHA-256"),
                                        tag("dd").of(tag("code").of(made.sha256()))));
    }

    private Html list(View view) {
        List<Html> items = platforms.all().stream()
                .filter(view::has)
                .map(platform -> tag("li").of(link(view.links().page(platform.name()), platform.title())))
                .toList();
        return tag("ul").with("class", "platforms").of(items);
    }

    private static List<Html> otherDevice(View view) {
        return view.self()
                .map(address -> List.of(
                        tag("h2").of("On another device"),
                        tag("p").of(
                                        Html.text("Scan this, or open "),
                                        link(address.toString(), address.toString()),
                                        Html.text(" there.")),
                        tag("div")
                                .with("class", "qr")
                                .of(QrCode.of(address.toString()).svg("QR code of " + address))))
                .orElse(List.of());
    }

    private static String page(View view, String title, List<Html> parts) {
        Html head = tag("head")
                .of(
                        tag("meta").with("charset", "utf-8").alone(),
                        tag("meta")
                                .with("name", "viewport")
                                .with("content", "width=device-width, initial-scale=1")
                                .alone(),
                        tag("meta")
                                .with("name", "color-scheme")
                                .with("content", "light dark")
                                .alone(),
                        tag("title").of(title + " - Slipway"),
                        tag("link")
                                .with("rel", "stylesheet")
                                .with("href", view.links().style())
                                .alone());
        Html body = tag("body").of(tag("main").of(tag("h1").of(title), Html.all(parts)), footer(view));
        return Html.page(tag("html").with("lang", "en"), head, body);
    }

    private static Html footer(View view) {
        return tag("footer")
                .of(tag("p").of(
                                link(view.links().overview(), "All devices"),
                                Html.text(" "),
                                link(view.links().page("migration"), "Moving from an older system")));
    }

    private static Html link(String address, String label) {
        return tag("a").with("href", address).of(label);
    }

    private static String size(long bytes) {
        return String.format(Locale.ROOT, "%.1f KiB (%d bytes)", bytes / 1024.0, bytes);
    }

    static String style() {
        return DataFile.text(DownloadPages.class, "style.css");
    }
}
