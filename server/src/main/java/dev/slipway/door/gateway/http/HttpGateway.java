package dev.slipway.door.gateway.http;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.core.message.MessageGateway;
import dev.slipway.core.message.Outcome;
import dev.slipway.core.message.Outgoing;
import dev.slipway.door.gateway.http.Caller.Answered;
import dev.slipway.door.gateway.http.Caller.NoAnswer;
import dev.slipway.door.gateway.http.HttpSpec.Meaning;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A gateway as its supplier's description says. */
final class HttpGateway implements MessageGateway {
    private static final int REASON_LENGTH_MAX = 200;
    private static final int RETRY_SECONDS_DIGITS = 5;

    private final HttpSpec spec;
    private final Values values;
    private final Caller caller;
    private final Optional<LoginToken> login;

    HttpGateway(HttpSpec spec, Values values, Caller caller, Optional<LoginToken> login) {
        this.spec = spec;
        this.values = values;
        this.caller = caller;
        this.login = login;
    }

    @Override
    public Outcome send(Outgoing message) {
        Optional<HttpSpec.Call> call = message.text().octets().isPresent() ? spec.binary() : Optional.of(spec.send());
        return call.map(way -> send(way, values.with(message, way.byAlphabet())))
                .orElseGet(() -> new Outcome.Refused("this supplier carries no binary messages"));
    }

    private Outcome send(HttpSpec.Call call, Values known) {
        try {
            return login.isEmpty() ? outcome(answer(call, known)) : loggedOn(call, login.get(), known);
        } catch (LoginToken.Failed failed) {
            return failed.outcome();
        } catch (NoAnswer silent) {
            return silent.reached()
                    ? new Outcome.Unknown(silent.why())
                    : new Outcome.NotSent(silent.why(), Optional.empty());
        } catch (Refusal misfit) {
            return new Outcome.Broken(misfit.sentence());
        }
    }

    @Override
    public boolean knowsRepeats() {
        return spec.supplier().knowsRepeats();
    }

    @Override
    public void close() {}

    /** A token that the supplier takes no more was taken no message with: the message is given once again. */
    private Outcome loggedOn(HttpSpec.Call call, LoginToken token, Values known) throws NoAnswer, LoginToken.Failed {
        Secret first = token.current();
        Answered answered = answer(call, known.with(first));
        if (!token.isOver(code(answered))) {
            return outcome(answered);
        }
        token.forget(first);
        return outcome(answer(call, known.with(token.current())));
    }

    private Answered answer(HttpSpec.Call call, Values known) throws NoAnswer {
        HttpRequest request = caller.request(call, known);
        return caller.send(request);
    }

    private String code(Answered answered) {
        return answered.body().first(spec.answer().code()).orElse("http-" + answered.status());
    }

    private Outcome outcome(Answered answered) {
        String reason = reason(answered);
        return switch (meaning(spec.answer(), answered)) {
            case TAKEN ->
                new Outcome.Taken(
                        answered.body().first(spec.answer().reference()).orElse(""));
            case REFUSED -> new Outcome.Refused(reason);
            case NOT_SENT -> new Outcome.NotSent(reason, retryAfter(answered.retryAfter()));
            case BROKEN -> new Outcome.Broken(reason);
            case UNKNOWN -> new Outcome.Unknown(reason);
        };
    }

    private String reason(Answered answered) {
        String words = answered.body().first(spec.answer().reason()).orElse("").replaceAll("\\p{Cntrl}", " ");
        String cut = words.length() > REASON_LENGTH_MAX ? words.substring(0, REASON_LENGTH_MAX) : words;
        return "the supplier answered " + code(answered) + (cut.isEmpty() ? "" : ": " + cut);
    }

    /** The code, else the status; a code that no table names is the supplier's no to this message. */
    static Meaning meaning(HttpSpec.Answer spec, Answered answered) {
        Optional<String> code = answered.body().first(spec.code());
        return code.flatMap(said -> listed(spec.codes(), said))
                .or(() -> listed(spec.codes(), "http-" + answered.status()))
                .orElseGet(() -> byStatus(
                        answered.status(), code.isPresent(), spec.code().isEmpty()));
    }

    private static Optional<Meaning> listed(Map<Meaning, List<String>> codes, String code) {
        return codes.entrySet().stream()
                .filter(entry -> entry.getValue().contains(code))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** RFC 9110, section 15. After 5xx nobody knows how far it came, but for 503. */
    private static Meaning byStatus(int status, boolean coded, boolean needsNoCode) {
        return switch (status) {
            case 401, 402, 403, 407 -> Meaning.BROKEN;
            case 425, 429, 503 -> Meaning.NOT_SENT;
            default -> {
                if (status >= 500) {
                    yield Meaning.UNKNOWN;
                } else if (status >= 400) {
                    yield Meaning.REFUSED;
                } else if (status >= 300) {
                    yield Meaning.BROKEN;
                }
                yield needsNoCode ? Meaning.TAKEN : coded ? Meaning.REFUSED : Meaning.UNKNOWN;
            }
        };
    }

    private static Optional<Duration> retryAfter(String seconds) {
        return seconds.matches("[0-9]{1," + RETRY_SECONDS_DIGITS + "}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(seconds)))
                : Optional.empty();
    }
}
