package dev.slipway.core.enroll.activation;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.acts.Activation.Page;
import dev.slipway.base.fleet.acts.Activation.State;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAccount;
import dev.slipway.base.fleet.devices.DeviceAddress;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.base.fleet.ledger.Lookups.Owned;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.core.enroll.ActivationTickets;
import dev.slipway.core.enroll.ActivationTickets.Redemption;
import dev.slipway.core.enroll.Claim;
import dev.slipway.core.enroll.DeviceName;
import dev.slipway.core.enroll.Source;
import dev.slipway.core.enroll.activation.ActivationDocument.Written;
import dev.slipway.core.enroll.activation.Standing.Guest;
import dev.slipway.core.enroll.address.AddressAdmission;
import dev.slipway.core.settings.document.Documents;
import dev.slipway.core.settings.document.Edition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Hands out activation documents. The first who comes with the ticket redeems it: in one transaction the device is
 * made, its document written, the account active. The same client may come again for a while and gets the same bytes;
 * nobody else gets anything. Blocks; never on an event loop.
 */
public final class DocumentDesk {
    /** A program may be started days after its settings came. */
    private static final Duration FIRST_CONTACT = Duration.ofDays(14);

    private final Rooms rooms;
    private final List<ActivationDocument> documents;
    private final ActivationTickets tickets;
    private final RandomGenerator random;
    private final InstantSource clock;

    /** What it works with. */
    public record Rooms(
            Ledger ledger,
            ActivationDesk desk,
            ActivationLinks links,
            AddressAdmission addresses,
            Documents settings) {}

    /** Hands out these; ids are drawn from {@code random}. */
    public DocumentDesk(Rooms rooms, List<ActivationDocument> documents, RandomGenerator random, InstantSource clock) {
        this.rooms = rooms;
        this.documents = List.copyOf(documents);
        this.tickets = new ActivationTickets(rooms.ledger(), clock);
        this.random = random;
        this.clock = clock;
    }

    /** Those that a guest may choose from, by what the types take, best first. */
    public List<ActivationDocument> offered(Guest guest) {
        return guest.types().stream()
                .flatMap(type -> documents.stream().filter(document -> document.suits(type)))
                .distinct()
                .toList();
    }

    /** The document of an address; empty for anything but a ticket of that link that this client may still use. */
    public Optional<Written> fetch(String link, Secret ticket, String file, Source source) {
        return documents.stream()
                .filter(document -> document.file().equals(file))
                .findFirst()
                .flatMap(document -> usable(link, ticket, client(source))
                        .flatMap(owned -> written(owned, new Fetch(document, ticket, source))));
    }

    /**
     * The document of a type whose clients open no page: the link itself is the ticket, for the first client that
     * follows it; one that is redeemed by a log-on gets a ticket each time.
     */
    public Optional<Written> direct(String link, Source source) {
        var ticket = new Secret(link);
        return rooms.desk().look(link, Page.ACTIVATION) instanceof Standing.Open(Guest guest)
                ? offered(guest).stream()
                        .findFirst()
                        .flatMap(document -> written(
                                new Owned<>(guest.tenant().id(), guest.activation()),
                                new Fetch(
                                        document,
                                        document.redeems()
                                                ? ticket
                                                : rooms.desk().click(guest, ""),
                                        source)))
                : again(link, ticket, source);
    }

    private Optional<Written> again(String link, Secret ticket, Source source) {
        return usable(link, ticket, client(source)).flatMap(owned -> documents.stream()
                .filter(document -> owned.record().aim().type().isPresent())
                .filter(document -> suits(owned, document))
                .findFirst()
                .flatMap(document -> written(owned, new Fetch(document, ticket, source))));
    }

    private boolean suits(Owned<Activation> owned, ActivationDocument document) {
        return rooms.ledger()
                .read(owned.tenant(), stores -> owned.record().aim().type().flatMap(stores.deviceTypes()::find))
                .filter(document::suits)
                .isPresent();
    }

    /** Somebody's wish for a document. */
    private record Fetch(ActivationDocument document, Secret ticket, Source source) {}

    /** The same program at the same place; a ticket is a secret, so this need not be one. */
    private static String client(Source source) {
        return source.network() + "\n" + source.userAgent();
    }

    private Optional<Owned<Activation>> usable(String link, Secret ticket, String client) {
        try {
            return tickets.usable(ticket, client).filter(owned -> ActivationLinks.parse(link)
                    .filter(token -> rooms.links().leadsTo(token, owned.tenant(), owned.record(), Page.ACTIVATION))
                    .isPresent());
        } catch (Refusal over) {
            return Optional.empty();
        }
    }

    private Optional<Written> written(Owned<Activation> owned, Fetch fetch) {
        Optional<Guest> guest = guest(owned, fetch.document());
        if (guest.isEmpty()) {
            return Optional.empty();
        }
        if (!fetch.document().redeems()) {
            return owned.record().state().isOpen()
                    ? Optional.of(fetch.document().write(guest.get(), fetch.ticket(), Optional.empty()))
                    : Optional.empty();
        }
        return owned.record().state() == State.REDEEMED ? repeated(guest.get(), fetch) : redeemed(guest.get(), fetch);
    }

    /** Only of types that take the document. */
    private Optional<Guest> guest(Owned<Activation> owned, ActivationDocument document) {
        Optional<Guest> found =
                switch (rooms.desk().standing(owned)) {
                    case Standing.Open(Guest guest) -> Optional.of(guest);
                    case Standing.Ended(Guest guest, Standing.Used used) -> Optional.of(guest);
                    case Standing.Ended ended -> Optional.empty();
                    case Standing.Unknown unknown -> Optional.empty();
                };
        return found.map(guest -> new Guest(
                        guest.tenant(),
                        guest.activation(),
                        guest.user(),
                        guest.account(),
                        guest.types().stream().filter(document::suits).toList()))
                .filter(guest -> !guest.types().isEmpty());
    }

    private Optional<Written> repeated(Guest guest, Fetch fetch) {
        Id<Tenant> tenant = guest.tenant().id();
        return guest.activation().traces().device().map(device -> {
            DeviceView view = rooms.ledger().view(tenant, device, "");
            return fetch.document().write(guest, fetch.ticket(), edition(tenant, view));
        });
    }

    private Optional<Written> redeemed(Guest guest, Fetch fetch) {
        DeviceType type = guest.types().getFirst();
        Id<Device> id = Id.next(random);
        var claim = new Claim(
                fetch.source(),
                Map.of("maker", type.family().maker(), "model", type.family().family()),
                List.of());
        String name = rooms.ledger()
                .read(guest.tenant().id(), stores -> new DeviceName(stores, guest.user(), claim).counted());
        var device = new Device(
                id,
                name,
                type.id(),
                Optional.of(guest.user().id()),
                Device.State.ACTIVE,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        var act = new Act(
                "activation.redeem",
                guest.user().login(),
                Map.of("device", name, "document", fetch.document().name()));
        try {
            return Optional.of(rooms.ledger()
                    .write(
                            guest.tenant().id(),
                            new Actor("device", name),
                            act,
                            stores -> redeem(stores, guest, fetch, device)));
        } catch (Refusal refusal) {
            if (refusal.code().equals(ActivationTickets.CHANGED)) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private Written redeem(Stores stores, Guest guest, Fetch fetch, Device device) {
        Activation locked = stores.activations()
                .locked(guest.activation().id())
                .filter(now -> now.state().isOpen())
                .orElseThrow(ActivationTickets::changed);
        Instant until = clock.instant().plus(FIRST_CONTACT).truncatedTo(ChronoUnit.SECONDS);
        stores.devices().add(device);
        locked.aim().account().ifPresent(account -> stores.deviceAccounts()
                .place(device.id(), List.of(new DeviceAccount(device.id(), 1, account, ""))));
        tickets.redeem(stores, locked, new Redemption(fetch.ticket(), client(fetch.source()), device.id()));
        stores.deviceAddresses().keep(new DeviceAddress(device.id(), 1, until, Optional.empty(), 0));
        Optional<Edition> edition = edition(stores.tenant(), stores.view(device.id(), ""));
        edition.ifPresent(files -> stores.deviceAddresses().held(device.id(), files.positions()));
        return fetch.document().write(guest, fetch.ticket(), edition);
    }

    private Optional<Edition> edition(Id<Tenant> tenant, DeviceView view) {
        return view.identity().address().flatMap(address -> rooms.settings()
                .edition(view, rooms.addresses().text(tenant, address)));
    }
}
