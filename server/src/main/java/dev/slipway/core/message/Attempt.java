package dev.slipway.core.message;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Message;
import dev.slipway.base.fleet.messages.Message.State;
import dev.slipway.base.fleet.messages.Outbox.Settled;
import dev.slipway.base.fleet.messages.Outbox.Words;
import dev.slipway.base.jobs.Backoff;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One attempt at one message: the gateway that it waits for and, as long as it was surely not sent, the next ones.
 *
 * @param others gateways of the tenant besides {@code first}
 */
record Attempt(Desk desk, Tenant tenant, Lane first, List<GatewaySetup> others, Message message) {
    /** More gateways than this for one message could outlast its claim. */
    static final int GATEWAYS_MAX = 3;

    /** Before a message is tried again. */
    static final Duration PAUSE_MAX = Duration.ofHours(1);

    private static final int REASON_LENGTH_MAX = 400;
    private static final System.Logger LOG = System.getLogger(Attempt.class.getPackageName());

    /** What attempts work with. */
    record Desk(Lanes lanes, Routing routing, ReceiptAddress receipts, Backoff backoff, InstantSource clock) {}

    /** Tries it; blocks. */
    Settled run(Writing writing) {
        if (!message.expires().isAfter(desk.clock().instant())) {
            return settled(State.EXPIRED, first.setup(), "", "nobody could send it in its time");
        }
        try {
            return run(writing.text(message));
        } catch (Refusal refusal) {
            return settled(State.FAILED, first.setup(), "", refusal.code() + ": " + refusal.sentence());
        }
    }

    private Settled run(Outgoing.Text text) {
        Outcome last = new Outcome.NotSent("its gateway pauses after failures", Optional.empty());
        int asked = 0;
        for (Lane lane : lanes(Need.of(text, message.recipient().channel()))) {
            boolean isFirst = lane == first;
            if (asked == GATEWAYS_MAX
                    || !(isFirst ? !isPausing() : lane.tryEnter(desk.clock().instant()))) {
                continue;
            }
            asked++;
            Outcome outcome = send(lane, text);
            if (!isFirst) {
                lane.leave(1);
            }
            Optional<Settled> end = end(lane, outcome);
            if (end.isPresent()) {
                return end.get();
            }
            last = outcome;
        }
        return postponed(last);
    }

    private boolean isPausing() {
        return first.breaker().isOpen(desk.clock().instant());
    }

    /** Those that can carry it; refuses {@code message.not-carried}. */
    private List<Lane> lanes(Need need) {
        List<Lane> able = lanes().stream()
                .filter(lane -> desk.routing().lacking(lane.setup(), need).isEmpty())
                .toList();
        if (able.isEmpty()) {
            throw Routing.notCarried(need, message.recipient());
        }
        return able;
    }

    /** One that may have been sent stays with its gateway: another one would send it a second time for sure. */
    private List<Lane> lanes() {
        List<Lane> lanes = new ArrayList<>(List.of(first));
        if (message.progress().attempts().doubtful() == 0) {
            desk.routing().order(others, message.content().kind(), message.recipient()).stream()
                    .map(desk.lanes()::of)
                    .forEach(lanes::add);
        }
        return lanes;
    }

    /** What a gateway throws is a fault of ours, and its message may have been sent. */
    private Outcome send(Lane lane, Outgoing.Text text) {
        var outgoing = new Outgoing(
                message.id().toString(),
                message.recipient(),
                text,
                desk.receipts().of(tenant, lane.setup().id()));
        Outcome outcome;
        try {
            outcome = lane.gateway().send(outgoing);
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "event=gateway-failed gateway=" + lane.setup().name(), fault);
            outcome = new Outcome.Unknown("the gateway failed; the log of the server says how");
        }
        note(lane, outcome);
        return outcome;
    }

    private void note(Lane lane, Outcome outcome) {
        Instant now = desk.clock().instant();
        boolean opened =
                switch (outcome) {
                    case Outcome.Taken taken -> works(lane);
                    case Outcome.Refused refused -> works(lane);
                    case Outcome.NotSent notSent -> lane.breaker().failed(now);
                    case Outcome.Unknown unknown -> lane.breaker().failed(now);
                    case Outcome.Broken broken -> lane.breaker().broke(now);
                };
        if (opened) {
            LOG.log(
                    Level.WARNING,
                    "event=gateway-pauses tenant={0} gateway={1} why=\"{2}\" do=\"test it: gateway test {1}\"",
                    tenant.name(),
                    lane.setup().name(),
                    reason(outcome));
        }
    }

    private static boolean works(Lane lane) {
        lane.breaker().succeeded();
        return false;
    }

    /** Empty when the next gateway may be asked. */
    private Optional<Settled> end(Lane lane, Outcome outcome) {
        GatewaySetup gateway = lane.setup();
        return switch (outcome) {
            case Outcome.Taken taken -> Optional.of(settled(State.SENT, gateway, taken.reference(), ""));
            case Outcome.Refused refused -> Optional.of(settled(State.FAILED, gateway, "", reason(refused)));
            case Outcome.Unknown unknown -> Optional.of(doubtful(lane, unknown));
            case Outcome.NotSent notSent -> Optional.empty();
            case Outcome.Broken broken -> Optional.empty();
        };
    }

    /** A supplier that knows repeats is asked again: the claim stays and ends by itself, which counts as doubtful. */
    private Settled doubtful(Lane lane, Outcome.Unknown unknown) {
        State state = lane.gateway().knowsRepeats() ? State.SENDING : State.UNKNOWN;
        return settled(state, lane.setup(), "", reason(unknown));
    }

    private Settled postponed(Outcome last) {
        Duration usual = usual();
        Duration wished =
                last instanceof Outcome.NotSent notSent ? notSent.retryAfter().orElse(usual) : usual;
        return settled(
                State.QUEUED,
                first.setup(),
                new Words("", reason(last), next(wished), desk.clock().instant()));
    }

    private Settled settled(State state, GatewaySetup gateway, String reference, String reason) {
        return settled(
                state,
                gateway,
                new Words(reference, reason, next(usual()), desk.clock().instant()));
    }

    private Duration usual() {
        return desk.backoff().after(message.progress().attempts().count());
    }

    private Instant next(Duration pause) {
        return desk.clock().instant().plus(pause.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause);
    }

    private Settled settled(State state, GatewaySetup gateway, Words words) {
        return new Settled(
                tenant.id(),
                message.id(),
                message.progress().attempts().count(),
                state,
                Optional.of(gateway.id()),
                words);
    }

    private static String reason(Outcome outcome) {
        String reason =
                switch (outcome) {
                    case Outcome.Taken taken -> "";
                    case Outcome.Refused refused -> refused.reason();
                    case Outcome.NotSent notSent -> notSent.reason();
                    case Outcome.Broken broken -> broken.reason();
                    case Outcome.Unknown unknown -> unknown.reason();
                };
        return reason.length() > REASON_LENGTH_MAX ? reason.substring(0, REASON_LENGTH_MAX) : reason;
    }
}
