package dev.slipway.admin.act.people;

import dev.slipway.admin.act.Acts;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Caller;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.people.User;
import dev.slipway.core.enroll.ActivationTickets;
import java.time.Duration;

/** Issues the one-time right by which a user's device logs on without a password. */
public final class IssueActivation {
    private final Acts acts;
    private final ActivationTickets tickets;

    /** Lets callers of {@code acts} issue activations. */
    public IssueActivation(Acts acts) {
        this.acts = acts;
        this.tickets = new ActivationTickets(
                acts.ledger(), acts.means().random(), acts.means().clock());
    }

    /** The user and, this once, the ticket. */
    public record Issued(User user, Secret ticket) {}

    /**
     * Issues one. Refuses {@code activation.life} and {@code fleet.unknown}.
     *
     * @param user login or id
     */
    public Issued issue(Caller caller, String user, Duration life) {
        acts.allow(caller, Area.ACTIVATIONS);
        User found = acts.see(caller, Area.PEOPLE, acting -> acting.find(PeopleKinds.USER, user));
        return new Issued(found, tickets.issue(caller.tenant(), caller.actor(), found.id(), life));
    }
}
