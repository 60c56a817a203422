package dev.slipway.base.fleet.acts;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.User;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The one-time right, sent to a user, that a device redeems.
 *
 * @param ticket the one last minted; empty when none was, or when it must count no more
 */
public record Activation(Id<Activation> id, Aim aim, State state, Links links, Optional<Ticket> ticket, Traces traces)
        implements Identified<Activation> {
    /** Where it is in its life. That it was sent is told by its message. */
    public enum State {
        /** Its links may be followed. */
        ISSUED,
        /** Somebody pressed the button, or typed the code. */
        CLICKED,
        /** A device has it. */
        REDEEMED,
        EXPIRED,
        REVOKED;

        /** Whether a device may still redeem it. */
        public boolean isOpen() {
            return this == ISSUED || this == CLICKED;
        }
    }

    /** The pages that its links lead to. */
    public enum Page {
        INSTALLATION,
        ACTIVATION
    }

    /** What was made for it, to be taken back with it. */
    public enum Made {
        USER,
        ACCOUNT
    }

    /**
     * What it is for.
     *
     * @param account that it makes active; empty when it only lets a device log on
     * @param type of the device; empty for whatever the user has at hand
     * @param replaces the device whose settings go on with the new one, and which is retired then
     * @param batch that it was issued with
     */
    public record Aim(
            Id<User> user,
            Optional<Id<Account>> account,
            Optional<Id<DeviceType>> type,
            Optional<Id<Device>> replaces,
            Optional<Id<Import>> batch,
            Set<Made> made) {
        public Aim {
            made = Set.copyOf(made);
        }

        /** For that user, and nothing else. */
        public static Aim of(Id<User> user) {
            return new Aim(user, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
        }
    }

    /**
     * Its links, its code and its PIN are derived, and stand nowhere.
     *
     * @param generation 1 or more; raised to make all before void
     * @param withPin whether the button asks for a PIN, told by another way than the link
     */
    public record Links(int generation, Instant expires, boolean withPin, Code code) {}

    /**
     * The typed code.
     *
     * @param until when it ends
     * @param failures wrong codes and PINs so far
     */
    public record Code(Instant until, int failures) {}

    /**
     * A ticket.
     *
     * @param sha256 32 bytes; after the redemption that of ticket and client together
     */
    public record Ticket(Bytes sha256, Instant until) {}

    /**
     * What was seen of it. Who opens a page may be a scanner of links; who clicks is none.
     *
     * @param opened the activation page, for the first time
     * @param installing the installation page, for the first time
     * @param device that redeemed it
     */
    public record Traces(
            Instant issued,
            Optional<Instant> opened,
            Optional<Instant> installing,
            Optional<Instant> clicked,
            Optional<Instant> redeemed,
            Optional<Id<Device>> device) {
        /** Nothing yet. */
        public static Traces since(Instant issued) {
            return new Traces(
                    issued, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** The user whose device it lets in. */
    public Id<User> user() {
        return aim.user();
    }

    /** Whether its links have ended by then. */
    public boolean isOver(Instant now) {
        return !now.isBefore(links.expires());
    }

    /** The same in another state. */
    public Activation in(State next) {
        return new Activation(id, aim, next, links, ticket, traces);
    }

    /** The same with other links, and without a ticket. */
    public Activation with(Links next) {
        return new Activation(id, aim, state, next, Optional.empty(), traces);
    }
}
