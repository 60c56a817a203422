package dev.slipway.bootloader.contact;

import static dev.slipway.bootloader.protocol.ReportEvent.State.DONE;

import dev.slipway.bootloader.destination.Destination;
import dev.slipway.bootloader.fetch.Downloads;
import dev.slipway.bootloader.home.Enrollment;
import dev.slipway.bootloader.home.HomeLock;
import dev.slipway.bootloader.home.ReportQueue;
import dev.slipway.bootloader.home.State;
import dev.slipway.bootloader.home.StateFile;
import dev.slipway.bootloader.install.Workshop;
import dev.slipway.bootloader.outcome.Exit;
import dev.slipway.bootloader.outcome.Refusal;
import dev.slipway.bootloader.protocol.LogonAnswer;
import dev.slipway.bootloader.protocol.ReportEvent.Step;
import dev.slipway.bootloader.protocol.json.Malformed;
import dev.slipway.bootloader.protocol.trust.BundleCheck.Verified;
import dev.slipway.bootloader.protocol.trust.KeyFingerprint;
import dev.slipway.bootloader.protocol.trust.TrustRefused;
import dev.slipway.bootloader.report.Reporter;
import dev.slipway.bootloader.report.Reports;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The device's side of the protocol, on a directory that this process holds alone. */
public final class Contact implements AutoCloseable {
    private final Device device;
    private final HomeLock lock;
    private final StateFile state;
    private final Reporter reporter;
    private final Reports reports;
    private final Workshop workshop;
    private Optional<Session> session = Optional.empty();

    private Contact(Device device, HomeLock lock) throws IOException {
        this.device = device;
        this.lock = lock;
        this.state = StateFile.open(device.home(), device.world().clock());
        ReportQueue queue = ReportQueue.open(device.home());
        this.reporter = new Reporter(queue, state, device.world().clock(), device.terminal());
        this.reports = new Reports(queue, state);
        this.workshop = Workshop.of(device.home(), state, reporter, device.scriptLimit());
    }

    /** Takes the directory and rolls back what a killed process left open. */
    public static Contact open(Device device) throws IOException {
        HomeLock lock = HomeLock.take(device.home());
        boolean opened = false;
        try {
            var contact = new Contact(device, lock);
            contact.workshop.recover();
            opened = true;
            return contact;
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    /** What is written about this device. */
    public State state() {
        return state.get();
    }

    /** Proves the server's identity, logs on, and keeps identity and token. */
    public void enroll(List<URI> bases, Destination destination, Optional<String> password) throws IOException {
        Met met = introduction().meet(bases, destination.key().map(Contact::fingerprint));
        device.terminal()
                .say("server: " + met.server().name() + " (" + met.server().alias() + ")");
        var logOn = new LogOn(device.terminal(), device.world().pause(), password);
        LogonAnswer answer = logOn.logOn(met.line(), device.machine().claim(device.version()), destination);
        reports.countOn(answer.lastEvent());
        device.home().keepToken(answer.token().reveal());
        var enrollment = new Enrollment(
                met.line().base(), met.key(), answer.device(), answer.user().login(), answer.deviceType());
        state.change(now -> now.enrolled(enrollment, met.root()));
        session = Optional.of(new Session(met.line(), met.root(), answer.token().reveal()));
        reporter.note(
                Step.LOGON,
                DONE,
                answer.user().login() + " (" + answer.user().name() + ") on " + answer.deviceType() + ": "
                        + answer.match());
    }

    /**
     * One poll: asks, verifies, does, reports.
     *
     * @return false when the portal wants this device to stop
     * @throws Refusal when a step was refused; it was reported, or will be
     */
    public boolean poll(boolean sessionOver) throws IOException {
        return visit((cycle, supply, bundle) -> cycle.run(supply, bundle, sessionOver));
    }

    /**
     * As a poll, where everything is fetched that the bundle names, also what waits, and nothing is installed.
     *
     * @throws Refusal as {@link #poll}
     */
    public void download() throws IOException {
        visit(Cycle::fetch);
    }

    /**
     * Does what the bundle accepted last says, also what waits, with what was downloaded and without the portal, which
     * gets the reports at the next poll.
     *
     * @throws Refusal {@code bundle.none}, {@code download.missing}, or as a step says
     */
    public void apply() throws IOException {
        try {
            cycle().run(Cycle.Supply.NONE, bundles().kept(enrollment()), true);
        } catch (TrustRefused trust) {
            throw refusal(trust);
        }
    }

    /** What is done with a verified bundle. */
    @FunctionalInterface
    private interface Work {
        void with(Cycle cycle, Cycle.Supply supply, Verified bundle) throws IOException;
    }

    private boolean visit(Work work) throws IOException {
        workshop.recover();
        Optional<Refusal> refused = Optional.empty();
        try {
            attempt(session(), work);
        } catch (Refusal refusal) {
            refused = Optional.of(refusal);
        } catch (TrustRefused trust) {
            refused = Optional.of(refusal(trust));
        }
        if (refused.filter(refusal -> refusal.exit() == Exit.UNREACHABLE).isPresent()) {
            session = Optional.empty();
            throw refused.get();
        }
        Session line = session();
        boolean stop = reports.send(line.line(), line.authorization());
        if (stop) {
            end("the server ended the enrollment");
        }
        if (refused.isPresent()) {
            throw refused.get();
        }
        return !stop;
    }

    /** Tells the portal that this device leaves, as far as it can be reached, and forgets the token. */
    public void unenroll(boolean removeApplications) throws IOException {
        enrollment();
        if (removeApplications) {
            for (String application :
                    List.copyOf(state.get().software().applications().keySet())) {
                workshop.remove(application);
            }
        }
        reporter.note(Step.UNENROLL, DONE, "the user ended the enrollment");
        try {
            Session line = session();
            reports.send(line.line(), line.authorization());
        } catch (Refusal refusal) {
            device.terminal().say("The server was not told: " + refusal.sentence());
        }
        end("the token is gone");
    }

    /** Writes other polls down. */
    public void due(Optional<Instant> next) {
        state.change(now -> now.with(now.polls().due(next)));
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private void attempt(Session line, Work work) throws IOException {
        Verified bundle = bundle(bundles(), line);
        Session current = session();
        work.with(
                cycle(),
                (artifact, reached) -> downloads().fetch(current.line(), current.authorization(), artifact, reached),
                bundle);
    }

    private Bundles bundles() {
        return new Bundles(state, reporter, device.world().clock());
    }

    private Downloads downloads() {
        return new Downloads(
                device.home(),
                device.world().clock(),
                device.world().chance(),
                device.world().pause());
    }

    private Cycle cycle() {
        return new Cycle(state, downloads(), workshop, reporter, device.terminal());
    }

    /** A bundle that is not believed may be signed by keys of a newer root: the chain is asked for once. */
    private Verified bundle(Bundles bundles, Session line) throws IOException {
        try {
            return bundles.get(line, enrollment());
        } catch (TrustRefused refused) {
            session = Optional.empty();
            Session renewed = session();
            if (renewed.root().equals(line.root())) {
                throw refused;
            }
            return bundles.get(renewed, enrollment());
        }
    }

    private Session session() throws IOException {
        if (session.isEmpty()) {
            Enrollment enrollment = enrollment();
            String token = device.home().token().orElseThrow(Contact::notEnrolled);
            var believed = state.get().root().orElseThrow(Contact::notEnrolled);
            Met met = introduction().meetAgain(enrollment.base(), believed, enrollment.key());
            state.change(now -> now.believing(met.root()));
            session = Optional.of(new Session(met.line(), met.root(), token));
        }
        return session.get();
    }

    private void end(String why) throws IOException {
        device.home().dropToken();
        state.change(State::unenrolled);
        session = Optional.empty();
        device.terminal().say("unenrolled: " + why);
    }

    private Enrollment enrollment() {
        return state.get().enrollment().orElseThrow(Contact::notEnrolled);
    }

    private Introduction introduction() {
        return new Introduction(
                device.proxies(), device.terminal(), device.world().clock());
    }

    private static KeyFingerprint fingerprint(String text) {
        try {
            return new KeyFingerprint(text.replace("-", ""));
        } catch (IllegalArgumentException e) {
            throw Refusal.check("key.invalid", "The key " + text + " is not one: " + e.getMessage() + ".");
        }
    }

    private static Refusal notEnrolled() {
        return new Refusal(
                "device.not-enrolled",
                "This device is not enrolled; log on first with: bootloader enroll",
                Exit.NOT_FOUND);
    }

    private static Refusal refusal(TrustRefused trust) {
        return Refusal.check(trust.code(), String.valueOf(trust.getMessage()));
    }

    /** What a damaged or foreign answer means to the caller. */
    public static Refusal refusal(Malformed malformed) {
        return Refusal.check(Malformed.CODE, malformed.getMessage() + "; check that the address is that of Slipway.");
    }
}
