package dev.slipway.admin.cli.simulate;

import dev.slipway.admin.cli.simulate.World.Answer;
import dev.slipway.bootloader.protocol.polling.NextPoll;
import dev.slipway.bootloader.protocol.polling.PollState;
import dev.slipway.bootloader.protocol.polling.PollingPlan;
import dev.slipway.core.polling.RetryPause;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** One simulated phone; only the thread that plays touches it. Its clock shows UTC. */
final class Phone {
    private final String identity;
    private final URI file;
    private final Map<String, String> headers;
    private final Manner manner;

    private String etag = "";
    private Optional<PollingPlan> plan = Optional.empty();
    private PollState state = PollState.fresh(Instant.EPOCH);
    private int failures;

    /**
     * A phone that never asked.
     *
     * @param identity what it draws from
     * @param headers of its requests
     */
    Phone(String identity, URI file, Map<String, String> headers, Manner manner) {
        this.identity = identity;
        this.file = file;
        this.headers = headers;
        this.manner = manner;
    }

    /**
     * What tells it from others of its make.
     *
     * @param deaf whether it does not look at {@code Retry-After}
     * @param knowing whether it sends {@code If-None-Match}
     */
    record Manner(boolean deaf, boolean knowing) {}

    URI file() {
        return file;
    }

    Map<String, String> headers() {
        if (!manner.knowing || etag.isEmpty()) {
            return headers;
        }
        Map<String, String> all = new HashMap<>(headers);
        all.put("If-None-Match", etag);
        return all;
    }

    String identity() {
        return identity;
    }

    Optional<PollingPlan> plan() {
        return plan;
    }

    /** Takes up a plan as one that it has followed since {@code since}; the same plan goes on as it is. */
    void follow(Optional<PollingPlan> given, Instant since) {
        if (!plan.equals(given)) {
            plan = given;
            state = PollState.fresh(since);
        }
    }

    /** As if it had last asked then. */
    void lastAsked(Instant at) {
        state = new PollState(state.polls(), at, at);
    }

    /** When its plan lets it ask next; empty without one. */
    Optional<Instant> next(Instant now) {
        return plan.map(rule -> new NextPoll(rule, identity, ZoneOffset.UTC).after(state, now));
    }

    /** Took an answer that it can use; true when that brought another file than before. */
    boolean served(Answer answer, Instant at) {
        failures = 0;
        state = state.polled(at);
        boolean other =
                answer.isWhole() && (answer.etag().isEmpty() || !answer.etag().equals(etag));
        etag = answer.isWhole() ? answer.etag() : etag;
        return other;
    }

    /** Was answered with what it cannot use, and does not insist. */
    void unserved(Instant at) {
        state = state.polled(at);
    }

    /** How often in succession it was turned away. */
    int failures() {
        return failures;
    }

    /** How long it waits before it asks again, after a refusal or no answer. */
    Duration patience(Answer answer, RandomGenerator random) {
        int before = failures++;
        if (answer.isRefusal() && manner.deaf) {
            return Duration.ofSeconds(RetryPause.DEAF_SECONDS);
        }
        return answer.retryAfter()
                .map(told -> told.plusSeconds(random.nextInt(RetryPause.DRAWN_SECONDS)))
                .orElseGet(() -> Duration.ofSeconds(RetryPause.dropped(before, random)));
    }
}
