package dev.slipway.door.gateway.http;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.core.message.Outcome;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The access token of a client, for a gateway that is itself no HTTP: by the client's credentials (RFC 6749, section
 * 4.4), or by a token that was given to refresh it (section 6).
 */
public final class ClientToken {
    private static final HttpSpec.Login LOGIN = new HttpSpec.Login(
            new HttpSpec.Call(
                    "POST",
                    "${token_url}",
                    Map.of("authorization", "basic ${client_id}:${client_secret}", "accept", "application/json"),
                    Bodies.FORM,
                    "grant_type=${grant}&scope=${scope}&refresh_token=${refresh_token}",
                    Map.of()),
            List.of("/access_token"),
            List.of("/expires_in"),
            3_600,
            List.of());

    private final LoginToken token;

    private ClientToken(LoginToken token) {
        this.token = token;
    }

    /**
     * Who asks.
     *
     * @param url where tokens are given out
     * @param scope empty for none
     * @param refresh empty for none
     */
    public record Client(String url, String id, Secret secret, String scope, Secret refresh) {
        private Values values() {
            String refreshing = refresh.reveal();
            return new Values(Map.of(
                    "token_url", url,
                    "client_id", id,
                    "client_secret", secret.reveal(),
                    "scope", scope,
                    "refresh_token", refreshing,
                    "grant", refreshing.isEmpty() ? "client_credentials" : "refresh_token"));
        }
    }

    /** Of that client; refuses {@code gateway.field-invalid} an address that may not be called. */
    public static ClientToken of(Client client, Caller caller, InstantSource clock) {
        Values values = client.values();
        caller.request(LOGIN.call(), values);
        return new ClientToken(new LoginToken(LOGIN, values, caller, clock));
    }

    /** What {@code use} makes of a token; once again with a new one when it is broken with the first. */
    public Outcome with(Function<Secret, Outcome> use) {
        try {
            Secret first = token.current();
            Outcome outcome = use.apply(first);
            if (!(outcome instanceof Outcome.Broken)) {
                return outcome;
            }
            token.forget(first);
            return use.apply(token.current());
        } catch (LoginToken.Failed failed) {
            return failed.outcome();
        } catch (Refusal inner) {
            return new Outcome.Broken(inner.sentence());
        }
    }
}
