package dev.slipway.bootloader.contact;

import dev.slipway.bootloader.destination.Destination;
import dev.slipway.bootloader.outcome.Exit;
import dev.slipway.bootloader.outcome.Refusal;
import dev.slipway.bootloader.portal.Answer;
import dev.slipway.bootloader.portal.Line;
import dev.slipway.bootloader.portal.Pause;
import dev.slipway.bootloader.protocol.DeviceClaim;
import dev.slipway.bootloader.protocol.LogonAnswer;
import dev.slipway.bootloader.protocol.LogonRequest;
import dev.slipway.bootloader.protocol.Secret;
import dev.slipway.bootloader.protocol.json.JsonReader;
import dev.slipway.bootloader.terminal.Terminal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Logs on: with the ticket of an activation, or with login and password, asked at most {@value #TRIES_MAX} times. */
final class LogOn {
    private static final int TRIES_MAX = 5;
    private static final int OK = 200;
    /** A longer throttle ends the program with the time in its sentence. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String REFUSED = "logon.refused";

    private final Terminal terminal;
    private final Pause pause;
    private final Optional<String> password;

    /** {@code password} is one given beforehand; it is tried once. */
    LogOn(Terminal terminal, Pause pause, Optional<String> password) {
        this.terminal = terminal;
        this.pause = pause;
        this.password = password;
    }

    /** The portal's answer to the first proof that it takes. */
    LogonAnswer logOn(Line line, DeviceClaim claim, Destination destination) {
        if (destination.ticket().isPresent()) {
            return send(
                    line,
                    claim,
                    new LogonRequest.Ticket(new Secret(destination.ticket().get())));
        }
        for (int tries = 1; ; tries++) {
            try {
                return send(line, claim, credentials(destination));
            } catch (Refusal refusal) {
                boolean again = refusal.code().equals(REFUSED) && password.isEmpty() && tries < TRIES_MAX;
                if (!again) {
                    throw refusal;
                }
                terminal.say(refusal.sentence());
            }
        }
    }

    private LogonRequest.Proof credentials(Destination destination) {
        String login = destination
                .login()
                .or(() -> terminal.ask("Login:"))
                .orElseThrow(() -> missing("Nobody said who logs on; give --login or an activation."));
        Secret secret = password.map(Secret::new)
                .or(() -> terminal.askSecret("Password of " + login + ":").map(LogOn::wiped))
                .orElseThrow(() -> missing("No password was given; type it, or set SLIPWAY_PASSWORD."));
        return new LogonRequest.Credentials(login, secret);
    }

    private LogonAnswer send(Line line, DeviceClaim claim, LogonRequest.Proof proof) {
        while (true) {
            Answer answer = line.post("boot/v1/logon", new LogonRequest(claim, proof).toJson(), Map.of());
            if (answer.status() == OK) {
                return LogonAnswer.from(JsonReader.document(answer.body()));
            }
            Refusal refusal = answer.refusal("the log-on");
            Optional<Duration> wait = refusal.retryAfter().filter(time -> time.compareTo(PATIENCE) <= 0);
            if (!answer.isLater() || wait.isEmpty()) {
                throw refusal;
            }
            terminal.say(refusal.sentence() + " Waiting " + wait.get().toSeconds() + " s.");
            if (pause.stopped(wait.get())) {
                throw refusal;
            }
        }
    }

    private static Secret wiped(char[] typed) {
        var secret = new Secret(new String(typed));
        Arrays.fill(typed, ' ');
        return secret;
    }

    private static Refusal missing(String sentence) {
        return new Refusal("logon.nobody", sentence, Exit.USAGE);
    }
}
