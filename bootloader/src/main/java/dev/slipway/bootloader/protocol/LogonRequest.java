package dev.slipway.bootloader.protocol;

import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonObject;
import java.util.Optional;

/**
 * The body of {@code POST /boot/v1/logon}.
 *
 * @param claim what the device says about itself
 * @param proof who its user is
 */
public record LogonRequest(DeviceClaim claim, Proof proof) {
    private static final int LOGIN_MAX = 256;

    /** How the user proves who he is. */
    public sealed interface Proof {}

    /** Name and password, asked by the Bootloader. */
    public record Credentials(String login, Secret password) implements Proof {
        public Credentials {
            if (login.isEmpty() || login.length() > LOGIN_MAX) {
                throw new IllegalArgumentException("a login has 1 to " + LOGIN_MAX + " characters");
            }
        }
    }

    /** The ticket of an activation; nothing is asked. */
    public record Ticket(Secret ticket) implements Proof {}

    /** The request in a document. */
    public static LogonRequest from(JsonAt at) {
        return new LogonRequest(DeviceClaim.from(at.get("claim")), proof(at));
    }

    /** The proof alone, for who must first decide whether the claim is worth reading. */
    public static Proof proof(JsonAt at) {
        Optional<JsonAt> ticket = at.find("ticket");
        return at.read(
                "a log-on",
                () -> ticket.isPresent()
                        ? new Ticket(new Secret(ticket.get().text()))
                        : new Credentials(
                                at.get("login").text(),
                                new Secret(at.get("password").text())));
    }

    /** The request as the wire carries it, secrets included. */
    public JsonObject toJson() {
        JsonObject start = JsonObject.EMPTY.with("claim", claim.toJson());
        if (proof instanceof Credentials credentials) {
            return start.with("login", credentials.login())
                    .with("password", credentials.password().reveal());
        }
        return start.with("ticket", ((Ticket) proof).ticket().reveal());
    }
}
