package dev.slipway.bootloader.contact;

import dev.slipway.bootloader.home.Polls;
import dev.slipway.bootloader.outcome.Exit;
import dev.slipway.bootloader.outcome.Refusal;
import dev.slipway.bootloader.portal.Backoff;
import dev.slipway.bootloader.protocol.json.Malformed;
import dev.slipway.bootloader.protocol.polling.NextPoll;
import dev.slipway.bootloader.protocol.trust.TrustRefused;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Polls by the plan of the bundle until it is told to stop (docs/reference/polling.md). A failed poll is tried again
 * after a drawn time that doubles from one minute to one hour, or when the server says; the plan counts again after a
 * success.
 */
public final class Polling {
    private static final Duration RETRY_FIRST = Duration.ofMinutes(1);
    private static final Duration RETRY_MOST = Duration.ofHours(1);

    private final Contact contact;
    private final Device device;
    private final ZoneId zone;
    private final Backoff backoff;
    private int failures;

    /** Wall-clock times of the plan are read in {@code zone}. */
    public Polling(Contact contact, Device device, ZoneId zone) {
        this.contact = contact;
        this.device = device;
        this.zone = zone;
        this.backoff = new Backoff(RETRY_FIRST, RETRY_MOST, device.world().chance());
    }

    /** Runs; ends when a signal comes, when the enrollment ends, or when no plan says to ask again. */
    public Exit run() throws IOException {
        Optional<Instant> due = first();
        while (due.isPresent()) {
            contact.due(due);
            device.terminal().say("next poll at " + due.get().truncatedTo(ChronoUnit.SECONDS));
            Duration wait = Duration.between(now(), due.get());
            if (device.world().pause().stopped(wait.isNegative() ? Duration.ZERO : wait)) {
                device.terminal().say("stopped");
                return Exit.OK;
            }
            due = poll();
        }
        contact.due(Optional.empty());
        return Exit.OK;
    }

    /** At a start: the poll that was due, within a minute if it was missed, or at once when there never was one. */
    private Optional<Instant> first() {
        Polls polls = contact.state().polls();
        if (contact.state().enrollment().isEmpty()) {
            throw new Refusal(
                    "device.not-enrolled",
                    "This device is not enrolled; log on first with: bootloader enroll",
                    Exit.NOT_FOUND);
        }
        return polls.next().filter(next -> next.isAfter(now())).or(() -> planned()
                .or(() -> Optional.of(now())));
    }

    private Optional<Instant> poll() throws IOException {
        try {
            boolean on = contact.poll(true);
            failures = 0;
            return on ? next() : Optional.empty();
        } catch (Refusal refusal) {
            return later(refusal);
        } catch (Malformed malformed) {
            return later(Contact.refusal(malformed));
        } catch (TrustRefused refused) {
            return later(Refusal.check(refused.code(), String.valueOf(refused.getMessage())));
        }
    }

    private Optional<Instant> next() {
        Optional<Instant> next = planned();
        if (next.isEmpty()) {
            device.terminal().say("The bundle has no polling plan: polling is off. Ask with: bootloader check-now");
        }
        return next;
    }

    private Optional<Instant> later(Refusal refusal) {
        failures++;
        Duration wait = refusal.retryAfter().orElseGet(() -> backoff.after(failures));
        Instant due = now().plus(wait);
        device.terminal().say(refusal.code() + ": " + refusal.sentence() + " Next attempt at " + due + ".");
        return Optional.of(due);
    }

    private Optional<Instant> planned() {
        Polls polls = contact.state().polls();
        String identity =
                contact.state().enrollment().map(known -> known.device()).orElse("");
        return polls.plan().map(plan -> new NextPoll(plan, identity, zone).after(polls.state(), now()));
    }

    private Instant now() {
        return device.world().clock().instant();
    }
}
