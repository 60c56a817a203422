package dev.slipway.core.enroll;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.acts.Activation.State;
import dev.slipway.base.fleet.acts.Activation.Ticket;
import dev.slipway.base.fleet.acts.Activation.Traces;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.base.fleet.ledger.Lookups.Owned;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.identity.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Tickets by which a user's device is let in without a password, exactly once.
 *
 * <p>An answer may be lost on its way, so the client that redeemed a ticket may do so again for {@value
 * #AGAIN_MINUTES} minutes. To that end redeeming replaces the ticket's hash by one of ticket and client together.
 */
public final class ActivationTickets {
    /** That somebody else was first. */
    public static final String CHANGED = Enrollment.CHANGED;

    private static final long AGAIN_MINUTES = 15;

    private final Ledger ledger;
    private final InstantSource clock;

    /** Tickets of the activations in {@code ledger}. */
    public ActivationTickets(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * The activation that this ticket may redeem now; refuses {@code activation.expired}. Blocks.
     *
     * @param client the same text for the same client, however often it asks
     */
    public Optional<Owned<Activation>> usable(Secret ticket, String client) {
        Optional<Owned<Activation>> open = ledger.lookups()
                .activationByTicket(Tokens.sha256(ticket))
                .filter(owned -> owned.record().state().isOpen());
        if (open.filter(owned -> owned.record().isOver(clock.instant())).isPresent()) {
            throw new Refusal("activation.expired", "The message is too old: ask for a new one.");
        }
        if (open.filter(owned -> isTicketOver(owned.record())).isPresent()) {
            throw new Refusal(
                    "activation.expired", "That took too long: open the link again, and press its button again.");
        }
        return open.or(() -> ledger.lookups()
                .activationByTicket(bound(ticket, client))
                .filter(owned -> owned.record().state() == State.REDEEMED && !isTicketOver(owned.record())));
    }

    /** The same activation with a ticket; what it had before is void. Nobody else changes it meanwhile. */
    public static Activation minted(Activation before, Secret ticket, Instant until) {
        return new Activation(
                before.id(),
                before.aim(),
                before.state(),
                before.links(),
                Optional.of(new Ticket(Tokens.sha256(ticket), until.truncatedTo(ChronoUnit.SECONDS))),
                before.traces());
    }

    /**
     * Redeems it for {@code device}, which exists by now, or lets the same client repeat. The account becomes active,
     * and a device that is replaced hands on what was its own. Refuses {@value Enrollment#CHANGED} when another was
     * first.
     */
    public void redeem(Stores stores, Activation activation, Redemption redemption) {
        if (activation.state() == State.REDEEMED) {
            return;
        }
        if (!stores.activations().redeem(activation.id(), clock.instant())) {
            throw changed();
        }
        Activation locked = stores.activations().find(activation.id()).orElseThrow();
        stores.activations().replace(redeemed(locked, redemption));
        activation.aim().account().ifPresent(account -> activate(stores, account));
        activation.aim().replaces().ifPresent(old -> Successor.of(stores, old, redemption.device()));
    }

    /** The refusal of whoever was not first. */
    public static Refusal changed() {
        return new Refusal(CHANGED, "The message was used at the same moment: try again.");
    }

    /** By what it is redeemed, and by whom. */
    public record Redemption(Secret ticket, String client, Id<Device> device) {}

    private Activation redeemed(Activation locked, Redemption redemption) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Traces before = locked.traces();
        return new Activation(
                locked.id(),
                locked.aim(),
                State.REDEEMED,
                locked.links(),
                Optional.of(new Ticket(
                        bound(redemption.ticket(), redemption.client()), now.plus(Duration.ofMinutes(AGAIN_MINUTES)))),
                new Traces(
                        before.issued(),
                        before.opened(),
                        before.installing(),
                        before.clicked(),
                        Optional.of(now),
                        Optional.of(redemption.device())));
    }

    private static void activate(Stores stores, Id<Account> id) {
        stores.accounts()
                .locked(id)
                .filter(account -> account.service().state() != Account.State.ACTIVE)
                .ifPresent(account -> stores.accounts().replace(account.in(Account.State.ACTIVE)));
    }

    private static Bytes bound(Secret ticket, String client) {
        return Tokens.sha256(ticket.reveal() + "\n" + client);
    }

    private boolean isTicketOver(Activation activation) {
        return activation
                .ticket()
                .filter(ticket -> clock.instant().isBefore(ticket.until()))
                .isEmpty();
    }
}
