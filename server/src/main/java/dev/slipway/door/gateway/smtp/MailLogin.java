package dev.slipway.door.gateway.smtp;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.core.message.GatewayFields;
import dev.slipway.core.message.Outcome;
import dev.slipway.door.gateway.http.ClientToken;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How a gateway logs on.
 *
 * @param user empty when nobody logs on
 * @param mechanisms of SASL, as Angus Mail wants them
 */
record MailLogin(String user, String mechanisms, Way way) {
    private static final Secret NONE = new Secret("");
    private static final String BY_PASSWORD = "PLAIN LOGIN";
    /** A bearer token as Gmail and Microsoft 365 take it. */
    private static final String BY_TOKEN = "XOAUTH2";

    /** Brings the secret: a password or a token. */
    @FunctionalInterface
    interface Way {
        Outcome with(Function<Secret, Outcome> use);
    }

    /** Refuses {@code gateway.field-invalid} what does not belong together. */
    static MailLogin of(GatewayFields told, SmtpSupplier.Means means) {
        String user = told.text("user");
        String client = told.text("client_id");
        Optional<Secret> password = told.secret("password");
        Optional<Secret> token = told.secret("token");
        long ways = Stream.of(password.isPresent(), token.isPresent(), !client.isEmpty())
                .filter(given -> given)
                .count();
        if (ways > 1 || (ways == 1) == user.isEmpty()) {
            throw new Refusal(
                    "gateway.field-invalid",
                    "user and one of password, token and client_id belong together: give both or neither.");
        }
        return client.isEmpty()
                ? new MailLogin(user, token.isPresent() ? BY_TOKEN : BY_PASSWORD, given(token.or(() -> password)))
                : new MailLogin(user, BY_TOKEN, fetched(told, means)::with);
    }

    private static Way given(Optional<Secret> secret) {
        return use -> use.apply(secret.orElse(NONE));
    }

    private static ClientToken fetched(GatewayFields told, SmtpSupplier.Means means) {
        Optional<Secret> secret = told.secret("client_secret");
        if (secret.isEmpty() || told.text("token_url").isEmpty()) {
            throw new Refusal("gateway.field-invalid", "client_id needs client_secret and token_url: give them too.");
        }
        var client = new ClientToken.Client(
                told.text("token_url"),
                told.text("client_id"),
                secret.get(),
                told.text("scope"),
                told.secret("refresh_token").orElse(NONE));
        return ClientToken.of(client, means.caller(), means.clock());
    }

    boolean isNobody() {
        return user.isEmpty();
    }
}
