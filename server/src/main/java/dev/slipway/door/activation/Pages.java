package dev.slipway.door.activation;

import static dev.slipway.base.wire.html.Tag.tag;

import dev.slipway.base.wire.html.Html;
import dev.slipway.core.enroll.platform.Platform;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pages; each has one main action. */
final class Pages {
    private Pages() {}

    /**
     * What there is to install.
     *
     * @param platform what the visitor's device looks like
     * @param downloads of applications, best first
     * @param bootloader the page of the Bootloader for that platform, where there is a package
     * @param others all platforms that can be chosen instead
     */
    record Installation(Platform platform, List<Download> downloads, Optional<URI> bootloader, List<Platform> others) {}

    /** An application and where it is got. */
    record Download(String application, URI address) {}

    /** Where an app is got, and which app. */
    static String installation(Frame frame, Installation view) {
        List<Html> parts = new ArrayList<>();
        String title = view.platform().title();
        parts.add(tag("p").with("class", "lead").of(frame.language().say("install.lead", title)));
        view.downloads()
                .forEach(download -> parts.add(frame.button(
                        download.address().toString(), frame.language().say("install.get", download.application()))));
        view.bootloader()
                .ifPresent(address -> parts.add(
                        frame.button(address.toString(), frame.language().say("install.bootloader", title))));
        boolean empty = view.downloads().isEmpty() && view.bootloader().isEmpty();
        parts.add(empty ? frame.line("install.nothing", title) : frame.line("install.next"));
        parts.add(frame.part("install.other"));
        frame.self()
                .ifPresent(self -> parts.add(tag("ul")
                        .of(view.others().stream()
                                .map(other -> tag("li")
                                        .of(tag("a").with("href", self + "?platform=" + other.name())
                                                .of(other.title())))
                                .toList())));
        parts.addAll(frame.elsewhere());
        return frame.page("install.title", parts, Optional.empty());
    }

    /**
     * A right that waits for its button.
     *
     * @param person whom it is for
     * @param documents names of what the button can lead to, first choice first
     * @param install the installation page
     * @param wrong the key of what was wrong with the last try
     */
    record Activation(
            String person,
            Instant until,
            boolean withPin,
            List<Choice> documents,
            URI install,
            Optional<String> wrong) {}

    /** What the button can lead to. */
    record Choice(String name, String label) {}

    /** The button that activates. */
    static String activation(Frame frame, Activation view) {
        List<Html> parts = new ArrayList<>();
        view.wrong()
                .ifPresent(key -> parts.add(tag("p").with("class", "alert")
                        .with("role", "alert")
                        .of(frame.language().say(key))));
        parts.add(frame.line("activate.lead", view.person(), frame.language().moment(view.until())));
        for (int i = 0; i < view.documents().size(); i++) {
            Choice choice = view.documents().get(i);
            String label = i == 0
                    ? frame.language().say("activate.button")
                    : frame.language().say("activate.with", choice.label());
            Html form = form(frame, view.withPin(), choice, label);
            parts.add(i == 0 ? form : tag("div").with("class", "second").of(form));
        }
        parts.add(frame.part("activate.missing"));
        parts.add(tag("p").of(tag("a").with("href", view.install().toString())
                .of(frame.language().say("activate.install"))));
        parts.addAll(frame.elsewhere());
        parts.addAll(frame.live(""));
        return frame.page("activate.title", parts, Optional.empty());
    }

    private static Html form(Frame frame, boolean withPin, Choice choice, String label) {
        List<Html> fields = new ArrayList<>();
        fields.add(tag("input")
                .with("type", "hidden")
                .with("name", "document")
                .with("value", choice.name())
                .alone());
        if (withPin) {
            fields.add(field(frame.language().say("activate.pin"), "pin", "numeric"));
        }
        fields.add(tag("button").with("type", "submit").of(label));
        return tag("form").with("method", "post").of(fields);
    }

    private static Html field(String label, String name, String mode) {
        return tag("label")
                .of(
                        Html.text(label),
                        tag("input")
                                .with("name", name)
                                .with("required", "required")
                                .with("autocomplete", "off")
                                .with("autocapitalize", "none")
                                .with("inputmode", mode)
                                .alone());
    }

    /**
     * After the button: the document opens by itself, and by hand when that does not work.
     *
     * @param document its address, perhaps with the scheme of its program in front
     * @param plain its address without
     */
    static String handover(Frame frame, String document, URI plain) {
        List<Html> parts = new ArrayList<>();
        parts.add(frame.line("open.lead"));
        parts.addAll(frame.live(frame.language().say("open.wait")));
        parts.add(frame.button(document, frame.language().say("open.button")));
        parts.add(frame.part("open.nothing"));
        parts.add(frame.line("open.copy"));
        parts.add(tag("code").with("dir", "ltr").of(plain.toString()));
        frame.self()
                .ifPresent(self -> parts.add(tag("p").of(tag("a").with("href", self.toString())
                        .of(frame.language().say("open.check")))));
        Html refresh = tag("meta")
                .with("http-equiv", "refresh")
                .with("content", "1; url=" + document)
                .alone();
        return frame.page("open.title", parts, Optional.of(refresh));
    }

    /** The address that is typed into a desk phone of that maker. */
    static String address(Frame frame, String maker, String address) {
        return frame.page(
                "address.title",
                List.of(
                        frame.line("address.lead"),
                        tag("code").with("dir", "ltr").of(address),
                        frame.line("address." + maker),
                        frame.line("address.note")),
                Optional.empty());
    }

    /** Where a code is typed; {@code wrong} is what was wrong with the last try, in words. */
    static String code(Frame frame, Optional<String> wrong) {
        List<Html> parts = new ArrayList<>();
        wrong.ifPresent(said ->
                parts.add(tag("p").with("class", "alert").with("role", "alert").of(said)));
        parts.add(frame.line("code.lead"));
        parts.add(tag("form")
                .with("method", "post")
                .of(
                        field(frame.language().say("code.who"), "who", "text"),
                        field(frame.language().say("code.code"), "code", "text"),
                        tag("button").with("type", "submit").of(frame.language().say("code.button"))));
        return frame.page("code.title", parts, Optional.empty());
    }

    /** That somebody must wait. */
    static String minutes(Frame frame, Duration wait) {
        return frame.language()
                .say("code.many", Long.toString(Math.max(1, wait.plusSeconds(59).toMinutes())));
    }

    /**
     * A device has it.
     *
     * @param current whether whoever sees this is most likely its user
     */
    static String used(Frame frame, String device, Instant at, boolean current) {
        List<Html> parts = new ArrayList<>();
        if (current) {
            parts.add(frame.line("open.done"));
        }
        parts.add(frame.line("used.lead", device, frame.language().moment(at)));
        parts.add(frame.line("used.you"));
        parts.add(frame.line("used.not"));
        return frame.page("used.title", parts, Optional.empty());
    }

    /** An end without more to say; {@code key} is {@code expired} or {@code revoked}. */
    static String end(Frame frame, String key) {
        return frame.page(key + ".title", List.of(frame.line(key + ".lead")), Optional.empty());
    }
}
