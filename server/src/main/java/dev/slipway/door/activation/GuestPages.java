package dev.slipway.door.activation;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Activation.Page;
import dev.slipway.base.http.Answer;
import dev.slipway.base.http.Content;
import dev.slipway.base.http.NotFound;
import dev.slipway.core.enroll.activation.ActivationDocument;
import dev.slipway.core.enroll.activation.ActivationLinks;
import dev.slipway.core.enroll.activation.Standing;
import dev.slipway.core.enroll.activation.Standing.Guest;
import dev.slipway.core.enroll.platform.Platform;
import dev.slipway.core.enroll.platform.Platforms;
import dev.slipway.core.enroll.platform.Platforms.Visitor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The pages for one guest of one tenant: whose they are, in which language, with which addresses. */
final class GuestPages {
    private static final int GONE = 410;
    private static final int TOO_MANY = 429;
    private static final int UNPROCESSABLE = 422;

    /** Names of programs are the same in every language; these begin with a small letter. */
    private static final Map<String, String> SMALL = Map.of("snom", "snom", "baresip", "baresip", "iphone", "iPhone");

    private final Platforms platforms = Platforms.ours();
    private final Landing.Rooms rooms;

    GuestPages(Landing.Rooms rooms) {
        this.rooms = rooms;
    }

    Answer installation(Guest guest, Visit visit) {
        Platform platform = platforms
                .named(visit.wishes().platform())
                .orElseGet(() -> platforms.recognize(
                        new Visitor(visit.source().userAgent(), visit.wishes().hint())));
        var view = new Pages.Installation(
                platform,
                rooms.desk().downloads(guest, platform.name()).stream()
                        .map(download -> new Pages.Download(download.application(), download.url()))
                        .toList(),
                Optional.of(platform)
                        .filter(Platform::bundled)
                        .map(bundled -> ActivationLinks.below(guest.tenant(), "/get/" + bundled.name())),
                platforms.all());
        return page(guest.tenant(), 200, Pages.installation(frame(guest, visit, Page.INSTALLATION), view));
    }

    Answer activation(Guest guest, Visit visit, Optional<String> wrong) {
        String name = guest.user().person().name();
        var view = new Pages.Activation(
                name.isEmpty() ? guest.user().login() : name,
                guest.activation().links().expires(),
                guest.activation().links().withPin(),
                rooms.documents().offered(guest).stream()
                        .map(document -> new Pages.Choice(document.name(), label(document)))
                        .toList(),
                address(guest, Page.INSTALLATION),
                wrong);
        int status = wrong.map(key -> key.equals("pin.many") ? TOO_MANY : UNPROCESSABLE)
                .orElse(200);
        return page(guest.tenant(), status, Pages.activation(frame(guest, visit, Page.ACTIVATION), view));
    }

    private static String label(ActivationDocument document) {
        String name = document.name();
        return SMALL.getOrDefault(name, name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    }

    Answer handover(Guest guest, Visit visit, Secret ticket, ActivationDocument document) {
        URI plain = URI.create(address(guest, Page.ACTIVATION) + "/" + ticket.reveal() + "/" + document.file());
        String opened = document.scheme().map(scheme -> scheme + ":" + plain).orElse(plain.toString());
        return page(guest.tenant(), 200, Pages.handover(frame(guest, visit, Page.ACTIVATION), opened, plain));
    }

    Answer ended(Standing standing, Visit visit) {
        return switch (standing) {
            case Standing.Unknown unknown -> NotFound.ANSWER;
            case Standing.Open(Guest guest) -> activation(guest, visit, Optional.empty());
            case Standing.Ended(Guest guest, Standing.Used used) ->
                page(guest.tenant(), GONE, Pages.used(end(guest, visit), used.device(), used.at(), used.current()));
            case Standing.Ended(Guest guest, Standing.Expired expired) ->
                page(guest.tenant(), GONE, Pages.end(end(guest, visit), "expired"));
            case Standing.Ended(Guest guest, Standing.Revoked revoked) ->
                page(guest.tenant(), GONE, Pages.end(end(guest, visit), "revoked"));
        };
    }

    /** Where a code is typed, for the tenant that is asked; {@code refusal} of the last try. */
    Answer code(Visit visit, Optional<Refusal> refusal) {
        return rooms.desk()
                .tenant(visit.alias(), visit.source().host())
                .<Answer>map(tenant -> code(tenant, visit, refusal))
                .orElse(NotFound.ANSWER);
    }

    private static Content code(Tenant tenant, Visit visit, Optional<Refusal> refusal) {
        var frame = new Frame(
                language(visit, ""),
                tenant.alias(),
                tenant.publicUrl(),
                Optional.of(ActivationLinks.below(tenant, "/a")));
        Optional<Duration> wait = refusal.flatMap(Refusal::retryAfter);
        Optional<String> said = wait.map(after -> Pages.minutes(frame, after))
                .or(() -> refusal.map(wrong -> frame.language().say("code.wrong")));
        int status = wait.isPresent() ? TOO_MANY : refusal.isPresent() ? UNPROCESSABLE : 200;
        Content page = page(tenant, status, Pages.code(frame, said));
        return wait.map(after -> page.with("retry-after", Long.toString(after.toSeconds())))
                .orElse(page);
    }

    URI address(Guest guest, Page page) {
        return rooms.links().address(guest.tenant(), guest.activation(), page);
    }

    private Frame frame(Guest guest, Visit visit, Page page) {
        return new Frame(
                language(visit, guest.user().person().locale()),
                guest.tenant().alias(),
                guest.tenant().publicUrl(),
                Optional.of(address(guest, page)));
    }

    /** Nobody opens it on another device. */
    private static Frame end(Guest guest, Visit visit) {
        return new Frame(
                language(visit, guest.user().person().locale()),
                guest.tenant().alias(),
                guest.tenant().publicUrl(),
                Optional.empty());
    }

    private static Language language(Visit visit, String stored) {
        return Language.of(visit.wishes().language(), stored, visit.wishes().languages());
    }

    /** No script, nothing of anybody else, kept nowhere, and its address told to nobody. */
    private static Content page(Tenant tenant, int status, String html) {
        URI url = tenant.publicUrl();
        String origin = url.getScheme() + "://" + url.getRawAuthority();
        return Content.of(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8))
                .with("cache-control", "no-store")
                .with("referrer-policy", "no-referrer")
                .with("x-robots-tag", "noindex")
                .with("x-content-type-options", "nosniff")
                .with(
                        "content-security-policy",
                        ("default-src 'none'; style-src 'self' %1$s; form-action 'self' %1$s;"
                                        + " script-src %2$s/a/live.js; connect-src %1$s;"
                                        + " base-uri 'none'; frame-ancestors 'none'")
                                .formatted(origin, url));
    }
}
