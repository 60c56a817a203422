package dev.slipway.core.enroll;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.base.fleet.ledger.Lookups.Owned;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.identity.Passwords;
import dev.slipway.core.enroll.ActivationTickets.Redemption;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Binds a device to the user who logs on at it, and gives it a token (DESIGN section 8.3).
 *
 * <p>Unknown login, wrong password, disabled user, void ticket, blocked or retired device: the same refusal
 * {@value #REFUSED}, at the same cost. Every log-on ends the token of the one before. Blocks; never on an event loop.
 */
public final class LogOn {
    static final String REFUSED = "logon.refused";

    /** Another log-on, or an administrator, wrote between our look and our act. */
    private static final Set<String> MET = Set.of("fleet.duplicate", "data.busy", Enrollment.CHANGED);

    private static final System.Logger LOG = System.getLogger(LogOn.class.getPackageName());

    /** Many devices of one user may come at once and meet; each meeting lets one through. */
    private static final int TRIES = 10;

    private final Ledger ledger;
    private final KnownTenants tenants;
    private final Passwords passwords;
    private final ActivationTickets tickets;
    private final Enrollment enrollment;
    private final LogOnThrottle throttle;

    /** Tokens and ids are drawn from {@code random}, which must be cryptographically strong. */
    public LogOn(
            Ledger ledger, KnownTenants tenants, Passwords passwords, RandomGenerator random, InstantSource clock) {
        this.ledger = ledger;
        this.tenants = tenants;
        this.passwords = passwords;
        this.tickets = new ActivationTickets(ledger, clock);
        this.enrollment = new Enrollment(ledger, random, clock);
        this.throttle = new LogOnThrottle(clock);
    }

    /**
     * An attempt to log on.
     *
     * @param alias of the tenant; empty when not said
     */
    public record Attempt(String alias, Claim claim, Proof proof) {}

    /**
     * Refuses what {@link #logOn} would refuse without looking into the ledger: a password in clear, an unknown alias,
     * too many failures before, too many hashes that wait. From memory, and waits for nothing: it costs an event loop
     * less than to hand the attempt on. A ticket is never turned away: it needs no hash.
     */
    public void turnAway(String alias, Source source, Proof proof) {
        requirePrivate(source);
        if (proof instanceof Proof.Password shown) {
            Id<Tenant> tenant = tenants.chosen(alias, source.host());
            throttle.turnAway(tenant.value(), shown.login(), source.network());
            passwords.turnAway();
        }
    }

    /**
     * Logs on. Refuses {@code logon.refused}, {@code logon.throttled} (with a time to wait), {@code
     * boot.tls-required}, {@code device-type.unknown}, {@code alias.unknown}, {@code tenant.unclear} and {@code
     * activation.expired}.
     */
    public LoggedOn logOn(Attempt attempt) {
        requirePrivate(attempt.claim().source());
        return switch (attempt.proof()) {
            case Proof.Password password -> byPassword(attempt, password);
            case Proof.Ticket ticket -> byTicket(attempt.claim(), ticket.ticket());
        };
    }

    private static void requirePrivate(Source source) {
        if (!source.secure() && !source.isLoopback()) {
            throw new Refusal("boot.tls-required", "A password may not travel in clear: use the https address.");
        }
    }

    private LoggedOn byPassword(Attempt attempt, Proof.Password shown) {
        Source source = attempt.claim().source();
        Id<Tenant> tenant = tenants.chosen(attempt.alias(), source.host());
        return throttle.guard(tenant.value(), shown.login(), source.network(), () -> {
            Optional<User> user = ledger.read(
                            tenant, stores -> stores.users().named(shown.login().strip()))
                    .filter(found -> found.state() == User.State.ACTIVE);
            Passwords.Verdict verdict = passwords.check(shown.password(), user.flatMap(User::credential));
            if (!verdict.right()) {
                throw refused();
            }
            Id<User> id = user.orElseThrow().id();
            BiConsumer<Stores, Id<Device>> also =
                    (stores, device) -> verdict.renewed().ifPresent(renewed -> renew(stores, id, renewed));
            var right = new Enrollment.Right(tenant, id, attempt.claim(), also);
            return retried(naming -> enrollment.enroll(right, naming));
        });
    }

    private static void renew(Stores stores, Id<User> id, String credential) {
        User user = stores.users().find(id).orElseThrow(LogOn::refused);
        stores.users().replace(new User(id, user.login(), user.person(), user.state(), Optional.of(credential)));
    }

    private LoggedOn byTicket(Claim claim, Secret ticket) {
        return retried(naming -> {
            String client = claim.sameness();
            Owned<Activation> found = tickets.usable(ticket, client).orElseThrow(LogOn::refused);
            BiConsumer<Stores, Id<Device>> redeem =
                    (stores, device) -> tickets.redeem(stores, found.record(), new Redemption(ticket, client, device));
            var right = new Enrollment.Right(found.tenant(), found.record().user(), claim, redeem);
            return enrollment.enroll(right, naming);
        });
    }

    /** Again when another log-on came between; the second time on, a new device gets a name that nobody else takes. */
    private static LoggedOn retried(Function<Enrollment.Naming, LoggedOn> once) {
        for (int tried = 1; tried < TRIES; tried++) {
            try {
                return once.apply(tried == 1 ? Enrollment.Naming.COUNTED : Enrollment.Naming.DRAWN);
            } catch (Refusal refusal) {
                if (!MET.contains(refusal.code())) {
                    throw refusal;
                }
                LOG.log(System.Logger.Level.DEBUG, "event=log-on-met reason={0}", refusal.code());
            }
        }
        return once.apply(Enrollment.Naming.DRAWN);
    }

    /** The one answer to whatever must not be told apart. */
    public static Refusal refused() {
        return new Refusal(
                REFUSED,
                "Login or password is wrong, or the link was used before: check them, or ask for a new message.");
    }
}
