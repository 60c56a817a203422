package dev.slipway.core.enroll;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.base.fleet.ledger.Lookups.Owned;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.identity.Tokens;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Tickets by which a user's device logs on without a password, exactly once.
 *
 * <p>An answer may be lost on its way, so the device that redeemed a ticket may do so again for {@value
 * #AGAIN_MINUTES} minutes. To that end redeeming replaces the ticket's hash by one of ticket and claim together,
 * and the activation then expires when the time for repeating is over.
 */
public final class ActivationTickets {
    /** A message is read within days; a longer life only helps a thief. */
    public static final Duration LIFE_MAX = Duration.ofDays(30);

    private static final long AGAIN_MINUTES = 15;
    private static final Duration LIFE_MIN = Duration.ofMinutes(1);

    private final Ledger ledger;
    private final Tokens tokens;
    private final RandomGenerator random;
    private final InstantSource clock;

    /** Tickets and ids are drawn from {@code random}, which must be cryptographically strong. */
    public ActivationTickets(Ledger ledger, RandomGenerator random, InstantSource clock) {
        this.ledger = ledger;
        this.tokens = new Tokens(random);
        this.random = random;
        this.clock = clock;
    }

    /**
     * A new activation of {@code user} with its ticket, which is kept nowhere.
     *
     * <p>Refuses {@code activation.life} outside of one minute to 30 days, and {@code fleet.unknown}.
     */
    public Secret issue(Id<Tenant> tenant, Actor actor, Id<User> user, Duration life) {
        if (life.compareTo(LIFE_MIN) < 0 || life.compareTo(LIFE_MAX) > 0) {
            throw new Refusal("activation.life", "An activation lives from one minute to 30 days.");
        }
        Secret ticket = tokens.next();
        String login = ledger.read(tenant, stores -> user(stores, user)).login();
        ledger.write(tenant, actor, new Act("activation.issue", login), stores -> {
            user(stores, user);
            stores.activations()
                    .add(new Activation(
                            Id.next(random),
                            user,
                            Activation.State.ISSUED,
                            1,
                            clock.instant().plus(life).truncatedTo(ChronoUnit.SECONDS),
                            Optional.of(Tokens.sha256(ticket))));
            return ticket;
        });
        return ticket;
    }

    private static User user(Stores stores, Id<User> user) {
        return stores.users().find(user).orElseThrow(() -> new Refusal("fleet.unknown", "There is no such user."));
    }

    /** The activation that this ticket, shown by this device, may redeem now; refuses {@code activation.expired}. */
    Optional<Owned<Activation>> usable(Secret ticket, Claim claim) {
        Optional<Owned<Activation>> open = ledger.lookups()
                .activationByTicket(Tokens.sha256(ticket))
                .filter(owned -> isOpen(owned.record().state()));
        if (open.filter(owned -> isOver(owned.record())).isPresent()) {
            throw new Refusal("activation.expired", "The message is too old: ask for a new one.");
        }
        return open.or(() -> ledger.lookups()
                .activationByTicket(bound(ticket, claim))
                .filter(owned -> owned.record().state() == Activation.State.REDEEMED && !isOver(owned.record())));
    }

    /** Redeems it, or lets the same device repeat; refuses {@value Enrollment#CHANGED} when another was first. */
    void redeem(Stores stores, Activation activation, Secret ticket, Claim claim) {
        if (activation.state() == Activation.State.REDEEMED) {
            return;
        }
        if (!stores.activations().redeem(activation.id())) {
            throw new Refusal(Enrollment.CHANGED, "The message was used at the same moment: try again.");
        }
        stores.activations()
                .replace(new Activation(
                        activation.id(),
                        activation.user(),
                        Activation.State.REDEEMED,
                        activation.generation(),
                        clock.instant().plus(Duration.ofMinutes(AGAIN_MINUTES)).truncatedTo(ChronoUnit.SECONDS),
                        Optional.of(bound(ticket, claim))));
    }

    private static Bytes bound(Secret ticket, Claim claim) {
        return Tokens.sha256(ticket.reveal() + "\n" + claim.sameness());
    }

    private static boolean isOpen(Activation.State state) {
        return switch (state) {
            case ISSUED, SENT, OPENED -> true;
            case REDEEMED, EXPIRED, REVOKED -> false;
        };
    }

    private boolean isOver(Activation activation) {
        return !clock.instant().isBefore(activation.expires());
    }
}
