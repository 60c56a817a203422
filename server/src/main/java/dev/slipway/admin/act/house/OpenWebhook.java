package dev.slipway.admin.act.house;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.admin.act.Shape;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.people.Webhook;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.Set;

/**
 * Tells an address of each change of an account from now on. Refuses {@code fleet.duplicate} and
 * {@code webhook.address}; the answer holds the secret that signs the calls, which is shown this once.
 *
 * @param name how administrators call it
 * @param address https; http only to this machine, for a proxy beside the server
 */
public record OpenWebhook(String name, String address) implements Command<Webhook> {
    private static final System.Logger LOG = System.getLogger(OpenWebhook.class.getPackageName());
    private static final int ADDRESS_MAX = 1_000;
    private static final int SECRET_BYTES = 32;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Ends it, with what it was still to be told. Refuses {@code fleet.unknown}. */
    public static Command<Webhook> close(String name) {
        return new CloseWebhook(name);
    }

    @Override
    public Area area() {
        return Area.SERVER;
    }

    @Override
    public Act act(Acting acting) {
        return new Act("webhook.open", name);
    }

    @Override
    public Webhook run(Acting acting) {
        byte[] key = new byte[SECRET_BYTES];
        acting.means().random().nextBytes(key);
        var secret = new Secret("whsec_" + Base64.getEncoder().encodeToString(key));
        Id<Webhook> id = acting.newId();
        var webhook = new Webhook(id, Shape.NAME.check(name), checked(address), secret, acting.now());
        acting.stores().webhooks().add(webhook);
        return webhook;
    }

    private static URI checked(String text) {
        if (text.length() <= ADDRESS_MAX) {
            try {
                URI address = new URI(text.strip());
                if (isSafe(address) && address.getUserInfo() == null && address.getFragment() == null) {
                    return address;
                }
            } catch (URISyntaxException none) {
                LOG.log(System.Logger.Level.DEBUG, "no address", none);
            }
        }
        throw new Refusal(
                "webhook.address", "A webhook has a whole https address, such as https://sip.example.com/accounts.");
    }

    private static boolean isSafe(URI address) {
        return address.getHost() != null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost())));
    }

    private record CloseWebhook(String name) implements Command<Webhook> {
        @Override
        public Area area() {
            return Area.SERVER;
        }

        @Override
        public Act act(Acting acting) {
            return new Act("webhook.close", name);
        }

        @Override
        public Webhook run(Acting acting) {
            Webhook found = acting.stores()
                    .webhooks()
                    .named(name)
                    .orElseThrow(() ->
                            new Refusal("fleet.unknown", "There is no webhook %s; list them to see.".formatted(name)))
                    .webhook();
            acting.stores().webhooks().remove(found.id());
            return found;
        }
    }
}
