package dev.slipway.door.activation;

import static dev.slipway.base.wire.html.Tag.tag;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.slipway.base.wire.html.Html;
import dev.slipway.base.wire.qr.QrCode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What every page has around it.
 *
 * @param house the alias of the tenant, so that people see whose page it is; empty when nobody knows
 * @param root the tenant's public address, below which the style sheet lies
 * @param self address of the page, for other devices and languages; empty for a page that is not to be opened again
 */
record Frame(Language language, String house, URI root, Optional<URI> self) {
    /** Drawings of addresses, 5 KB each: scanners look at a page, then its person, then its person once more. */
    private static final Cache<String, Html> CODES =
            Caffeine.newBuilder().maximumSize(2_000).build();

    Html title(String key) {
        return tag("h1").of(language.say(key));
    }

    Html line(String key, String... values) {
        return tag("p").of(language.say(key, values));
    }

    Html part(String key) {
        return tag("h2").of(language.say(key));
    }

    Html button(String address, String label) {
        return tag("p").of(
                        tag("a").with("class", "button").with("href", address).of(label));
    }

    /**
     * Where a script tells that the device has come; nothing is to be seen without it.
     *
     * @param waiting what it says until then; empty for a page that is shown anew when it has come
     */
    List<Html> live(String waiting) {
        return self.map(address -> List.of(
                        tag("p").with("id", "live")
                                .with("role", "status")
                                .with("hidden", "hidden")
                                .with("data-page", address.toString())
                                .with("data-done", language.say("open.done"))
                                .of(waiting),
                        Html.script(root + "/a/live.js")))
                .orElse(List.of());
    }

    /** The way to another device. */
    List<Html> elsewhere() {
        return self.map(address -> List.of(
                        part("other.title"),
                        line("other.scan"),
                        tag("div").with("class", "qr").of(CODES.get(address.toString(), text -> QrCode.of(text)
                                .svg("QR " + text))),
                        tag("code").with("dir", "ltr").of(address.toString())))
                .orElse(List.of());
    }

    String page(String key, List<Html> parts, Optional<Html> inHead) {
        List<Html> head = new ArrayList<>(List.of(
                tag("meta").with("charset", "utf-8").alone(),
                meta("viewport", "width=device-width, initial-scale=1"),
                meta("color-scheme", "light dark"),
                meta("robots", "noindex"),
                tag("title").of(house.isEmpty() ? language.say(key) : language.say(key) + " - " + house),
                tag("link")
                        .with("rel", "stylesheet")
                        .with("href", root + "/a/style.css")
                        .alone()));
        inHead.ifPresent(head::add);
        List<Html> main = new ArrayList<>();
        if (!house.isEmpty()) {
            main.add(tag("p").with("class", "house").of(house));
        }
        main.add(title(key));
        main.addAll(parts);
        return Html.page(
                tag("html").with("lang", language.tag()).with("dir", language.direction()),
                tag("head").of(head),
                tag("body").of(tag("main").of(main), footer()));
    }

    private static Html meta(String name, String content) {
        return tag("meta").with("name", name).with("content", content).alone();
    }

    private Html footer() {
        List<Html> languages = self.map(address -> Arrays.stream(Language.values())
                        .map(each -> each == language
                                ? tag("span").of(each.say("language"))
                                : tag("a").with("href", address + "?lang=" + each.tag())
                                        .with("lang", each.tag())
                                        .with("hreflang", each.tag())
                                        .of(each.say("language")))
                        .toList())
                .orElse(List.of());
        return tag("footer").of(languages);
    }
}
