package dev.slipway.door.gateway.http;

import dev.slipway.base.fleet.Secret;
import dev.slipway.core.message.Outcome;
import dev.slipway.door.gateway.http.Caller.Answered;
import dev.slipway.door.gateway.http.Caller.NoAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The token of a gateway whose supplier wants a log-on; got once for all messages, and anew before its life is over.
 */
final class LoginToken {
    /** A tenth of its life for clocks that differ and messages on their way. */
    private static final double SHARE = 0.9;

    private final HttpSpec.Login login;
    private final Values values;
    private final Caller caller;
    private final InstantSource clock;
    private final ReentrantLock turn = new ReentrantLock();
    private Optional<Held> held = Optional.empty();

    private record Held(Secret token, Instant until) {}

    /** No token, so nothing was sent. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Outcome outcome;

        Failed(Outcome outcome) {
            super("no token", null, false, false);
            this.outcome = outcome;
        }

        Outcome outcome() {
            return outcome;
        }
    }

    LoginToken(HttpSpec.Login login, Values values, Caller caller, InstantSource clock) {
        this.login = login;
        this.values = values;
        this.caller = caller;
        this.clock = clock;
    }

    /** One that is good; blocks while one is got. */
    Secret current() throws Failed {
        turn.lock();
        try {
            Optional<Held> good = held.filter(one -> clock.instant().isBefore(one.until));
            if (good.isEmpty()) {
                held = Optional.of(logOn());
            }
            return held.orElseThrow().token;
        } finally {
            turn.unlock();
        }
    }

    /** Whether an answer of this code says that the token is good no more. */
    boolean isOver(String code) {
        return login.again().contains(code);
    }

    /** Not that one again; another message may have got a new one already. */
    void forget(Secret token) {
        turn.lock();
        try {
            held = held.filter(one -> !one.token.equals(token));
        } finally {
            turn.unlock();
        }
    }

    private Held logOn() throws Failed {
        try {
            Answered answered = caller.send(caller.request(login.call(), values));
            Optional<String> token = answered.body().first(login.token());
            if (token.isEmpty()) {
                throw new Failed(refused(answered.status()));
            }
            long seconds = answered.body()
                    .first(login.expires())
                    .filter(text -> text.matches("[0-9]{1,9}"))
                    .map(Long::parseLong)
                    .orElse((long) login.lifeSeconds());
            Duration life = Duration.ofMillis((long) (seconds * SHARE * 1000));
            return new Held(new Secret(token.get()), clock.instant().plus(life));
        } catch (NoAnswer silent) {
            throw new Failed(new Outcome.NotSent("log-on: " + silent.why(), Optional.empty()));
        }
    }

    private static Outcome refused(int status) {
        return status >= 500 || status == 429
                ? new Outcome.NotSent("log-on: the supplier answered http-" + status, Optional.empty())
                : new Outcome.Broken("log-on refused: the supplier answered http-" + status);
    }
}
