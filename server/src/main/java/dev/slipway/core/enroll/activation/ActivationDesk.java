package dev.slipway.core.enroll.activation;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.acts.Activation.Code;
import dev.slipway.base.fleet.acts.Activation.Links;
import dev.slipway.base.fleet.acts.Activation.State;
import dev.slipway.base.fleet.acts.Activation.Traces;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.base.fleet.ledger.Lookups.Owned;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.identity.DerivedCode;
import dev.slipway.base.identity.Tokens;
import dev.slipway.core.enroll.ActivationTickets;
import dev.slipway.core.enroll.KnownTenants;
import dev.slipway.core.enroll.KnownTypes;
import dev.slipway.core.enroll.LogOn;
import dev.slipway.core.enroll.LogOnThrottle;
import dev.slipway.core.enroll.Source;
import dev.slipway.core.enroll.activation.Downloads.Download;
import dev.slipway.core.enroll.activation.Standing.Ended;
import dev.slipway.core.enroll.activation.Standing.Guest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Tells how links stand, and gives a ticket to who presses the button or types the code. Looking changes nothing but
 * what was observed, since scanners look too. Blocks; never on an event loop.
 */
public final class ActivationDesk {
    /** How long the program may take to come for its document. */
    public static final Duration TICKET_LIFE = Duration.ofMinutes(10);

    /** Wrong codes and PINs of one activation. */
    public static final int FAILURES_MAX = 5;

    /** How long whoever sees that a link was used is most likely its user. */
    private static final Duration CURRENT = Duration.ofMinutes(30);

    /** Of one login or four digits; who is meant by fewer types too little. */
    private static final int MEANT_MAX = 20;

    private final Ledger ledger;
    private final Known known;
    private final ActivationLinks links;
    private final Tokens tokens;
    private final InstantSource clock;
    private final LogOnThrottle throttle;

    /** What changes rarely and is in memory. */
    public record Known(KnownTenants tenants, KnownTypes types) {}

    /** Tickets are drawn from {@code random}, which must be cryptographically strong. */
    public ActivationDesk(
            Ledger ledger, Known known, ActivationLinks links, RandomGenerator random, InstantSource clock) {
        this.ledger = ledger;
        this.known = known;
        this.links = links;
        this.tokens = new Tokens(random);
        this.clock = clock;
        this.throttle = new LogOnThrottle(clock);
    }

    /** How the link to that page stands. */
    public Standing look(String link, Activation.Page page) {
        return ActivationLinks.parse(link)
                .flatMap(token -> ledger.lookups()
                        .activation(new Id<>(token.id()))
                        .filter(owned -> links.leadsTo(token, owned.tenant(), owned.record(), page))
                        .map(this::standing))
                .orElseGet(Standing.Unknown::new);
    }

    /** How an activation stands, whatever link led to it. */
    Standing standing(Owned<Activation> owned) {
        return ledger.look(owned.tenant(), stores -> standing(stores, owned.record()));
    }

    /** Notes that a page was opened, which a scanner may have done. */
    public void opened(Guest guest, Activation.Page page) {
        Traces traces = guest.activation().traces();
        boolean before =
                switch (page) {
                    case INSTALLATION -> traces.installing().isPresent();
                    case ACTIVATION -> traces.opened().isPresent();
                };
        if (!before) {
            ledger.note(guest.tenant().id(), stores -> {
                stores.activations().opened(guest.activation().id(), page, now());
                return guest;
            });
        }
    }

    /** What that guest installs on such a platform. */
    public List<Download> downloads(Guest guest, String platform) {
        String model = guest.account()
                .map(Account::service)
                .map(Account.Service::securityModel)
                .orElse("");
        return ledger.read(guest.tenant().id(), stores -> Downloads.of(stores, guest.tenant(), platform, model));
    }

    /** The tenant that is asked by that alias, else by that host. */
    public Optional<Tenant> tenant(String alias, String host) {
        return known.tenants().asked(alias, host);
    }

    private Standing standing(Stores stores, Activation activation) {
        Tenant tenant = known.tenants().find(stores.tenant()).orElseThrow();
        Optional<User> user = stores.users().find(activation.user());
        return user.<Standing>map(found -> {
                    var guest = new Guest(
                            tenant,
                            activation,
                            found,
                            activation.aim().account().flatMap(stores.accounts()::find),
                            types(stores.tenant(), activation));
                    return ended(stores, guest)
                            .<Standing>map(why -> new Ended(guest, why))
                            .orElseGet(() -> new Standing.Open(guest));
                })
                .orElseGet(Standing.Unknown::new);
    }

    private Optional<Standing.Why> ended(Stores stores, Guest guest) {
        Activation activation = guest.activation();
        return switch (activation.state()) {
            case REDEEMED -> Optional.of(used(stores, activation.traces()));
            case EXPIRED -> Optional.of(new Standing.Expired());
            case REVOKED -> Optional.of(new Standing.Revoked());
            case ISSUED, CLICKED -> {
                if (activation.isOver(clock.instant())) {
                    yield Optional.of(new Standing.Expired());
                }
                yield guest.user().state() == User.State.ACTIVE
                        ? Optional.empty()
                        : Optional.of(new Standing.Revoked());
            }
        };
    }

    private Standing.Used used(Stores stores, Traces traces) {
        Instant at = traces.redeemed().orElse(traces.issued());
        String device = traces.device()
                .flatMap(stores.devices()::find)
                .map(Device::name)
                .orElse("");
        return new Standing.Used(device, at, clock.instant().isBefore(at.plus(CURRENT)));
    }

    private List<DeviceType> types(Id<Tenant> tenant, Activation activation) {
        return activation
                .aim()
                .type()
                .flatMap(type -> known.types().find(tenant, type))
                .map(List::of)
                .orElseGet(() -> known.types().all(tenant));
    }

    /**
     * A ticket for who pressed the button. Refuses {@code activation.pin} and {@code activation.too-many-tries}, and
     * {@code activation.expired} what ended meanwhile.
     *
     * @param pin as typed; empty when none was
     */
    public Secret click(Guest guest, String pin) {
        Id<Tenant> tenant = guest.tenant().id();
        Optional<Secret> ticket = ledger.note(tenant, stores -> {
            Activation now = openNow(stores, guest.activation());
            if (now.links().code().failures() >= FAILURES_MAX) {
                throw tooManyTries();
            }
            if (now.links().withPin() && !DerivedCode.isTyped(pin, links.pin(tenant, now))) {
                stores.activations().replace(failed(now));
                return Optional.<Secret>empty();
            }
            return Optional.of(minted(stores, now));
        });
        return ticket.orElseThrow(() -> new Refusal("activation.pin", "That PIN is wrong: check it and try again."));
    }

    private Activation openNow(Stores stores, Activation seen) {
        return stores.activations()
                .locked(seen.id())
                .filter(now -> now.state().isOpen() && !now.isOver(clock.instant()))
                .filter(now -> now.links().generation() == seen.links().generation())
                .orElseThrow(() -> new Refusal("activation.expired", "The message is too old: ask for a new one."));
    }

    private Secret minted(Stores stores, Activation now) {
        Secret ticket = tokens.next();
        Traces before = now.traces();
        Activation clicked = new Activation(
                now.id(),
                now.aim(),
                State.CLICKED,
                now.links(),
                now.ticket(),
                new Traces(
                        before.issued(),
                        before.opened(),
                        before.installing(),
                        before.clicked().or(() -> Optional.of(now())),
                        before.redeemed(),
                        before.device()));
        stores.activations()
                .replace(ActivationTickets.minted(
                        clicked, ticket, clock.instant().plus(TICKET_LIFE)));
        return ticket;
    }

    /**
     * The link to the activation page of who types this code, where the button waits. Refuses {@code logon.refused}
     * whatever is wrong, {@code logon.throttled}, {@code alias.unknown} and {@code tenant.unclear}.
     */
    public String typed(String alias, Source source, Typed typed) {
        Id<Tenant> tenant = known.tenants()
                .asked(alias, source.host())
                .map(Tenant::id)
                .orElseThrow(() ->
                        new Refusal("tenant.unclear", "Several organisations are served here: use the link you got."));
        return throttle.guard(tenant.value(), typed.who(), source.network(), () -> {
            Optional<String> link = ledger.note(tenant, stores -> typed(stores, typed));
            return link.orElseThrow(LogOn::refused);
        });
    }

    /**
     * What somebody typed.
     *
     * @param who login, or the last four digits of the phone number
     */
    public record Typed(String who, String code) {}

    private Optional<String> typed(Stores stores, Typed typed) {
        Instant now = clock.instant();
        List<Activation> meant = stores.activations().meant(typed.who().strip(), now, MEANT_MAX).stream()
                .filter(one -> one.links().code().failures() < FAILURES_MAX)
                .filter(one -> now.isBefore(one.links().code().until()))
                .toList();
        Optional<String> link = meant.stream()
                .filter(one -> DerivedCode.isTyped(typed.code(), links.code(stores.tenant(), one)))
                .map(one -> links.text(stores.tenant(), one, Activation.Page.ACTIVATION))
                .findFirst();
        if (link.isEmpty()) {
            meant.stream()
                    .sorted(Comparator.comparing(Activation::id))
                    .map(one -> stores.activations().locked(one.id()))
                    .flatMap(Optional::stream)
                    .forEach(one -> stores.activations().replace(failed(one)));
        }
        return link;
    }

    private static Activation failed(Activation before) {
        Links links = before.links();
        return new Activation(
                before.id(),
                before.aim(),
                before.state(),
                new Links(
                        links.generation(),
                        links.expires(),
                        links.withPin(),
                        new Code(links.code().until(), links.code().failures() + 1)),
                before.ticket(),
                before.traces());
    }

    private static Refusal tooManyTries() {
        return new Refusal("activation.too-many-tries", "Too many wrong codes were typed: ask for a new message.");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
