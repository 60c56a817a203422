package dev.slipway.admin.api;

import dev.slipway.admin.act.house.KeyActs;
import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.trust.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Operations on the keys that sign; documents that are signed elsewhere go out and come back. */
final class KeyRoutes {
    private static final String KEYS = RecordRoutes.ROOT + "keys";

    private final Parts.Keys keys;

    private KeyRoutes(Parts.Keys keys) {
        this.keys = keys;
    }

    /** A key as it is shown: never its private half. */
    record KeyView(String keyId, String role, SigningKey.State state, String publicKey, boolean onServer) {
        static KeyView of(SigningKey key) {
            return new KeyView(
                    key.keyId(),
                    key.role(),
                    key.state(),
                    key.publicKey().hex(),
                    key.privateKey().isPresent());
        }
    }

    /** The role whose key is made anew. */
    record RotationForm(String role) {}

    /** The keys that devices trust; {@code roots} are signed documents, oldest first. */
    record KeysView(String fingerprint, List<KeyView> keys, List<String> roots) {}

    /**
     * A private half on its way out.
     *
     * @param privateKey PKCS #8 in base64
     */
    record PrivateKeyView(String keyId, String publicKey, String privateKey) {}

    /** A document with its signatures (TUF specification 1.0.34, section 4.2). */
    record SignedDocument(JsonNode signed, List<JsonNode> signatures) {}

    static Stream<Route> all(Parts parts) {
        var routes = new KeyRoutes(parts.keys());
        return Stream.of(
                        Route.get(KEYS, routes::show),
                        Route.post(KEYS + "/rotate", routes::rotate),
                        Route.post(KEYS + "/proposals", routes::propose),
                        Route.put(KEYS + "/root", routes::accept),
                        new Route(
                                io.vertx.core.http.HttpMethod.POST,
                                KEYS + "/{key}/export",
                                Route.Input.NOTHING,
                                routes::export),
                        Route.post(KEYS + "/{key}/detach", routes::detach))
                .map(Route::ofInstallation)
                .map(Route::withoutVersion);
    }

    /** A signed document as an answer shows it. */
    static JsonNode document(Bytes envelope) {
        return Json.read(envelope.toArray(), JsonNode.class);
    }

    private KeyActs acts(Call call) {
        return new KeyActs(call.acts(), keys.trust(), keys.store(), keys.random());
    }

    private Reply show(Call call) {
        List<KeyView> views =
                acts(call).all(call.caller()).stream().map(KeyView::of).toList();
        List<String> roots = keys.trust().roots().stream()
                .map(root -> new String(root.toBytes(), StandardCharsets.UTF_8))
                .toList();
        return Reply.ok(Json.tree(new KeysView(keys.trust().fingerprint().text(), views, roots)));
    }

    private Reply rotate(Call call) {
        acts(call).rotate(call.caller(), call.form(RotationForm.class).role());
        return call.kept(show(call));
    }

    private Reply propose(Call call) {
        return call.kept(Reply.ok(document(acts(call).propose(call.caller(), call.form(KeyActs.Proposal.class)))));
    }

    private Reply accept(Call call) {
        acts(call).accept(call.caller(), call.bytes());
        return call.kept(show(call));
    }

    private Reply export(Call call) {
        Secret half = acts(call).export(call.caller(), call.path("key"));
        KeyView key = acts(call).all(call.caller()).stream()
                .map(KeyView::of)
                .filter(view -> view.keyId().equals(call.path("key")))
                .findFirst()
                .orElseThrow();
        return call.kept(Reply.secret(Json.tree(new PrivateKeyView(key.keyId(), key.publicKey(), half.reveal()))));
    }

    private Reply detach(Call call) {
        acts(call).detach(call.caller(), call.path("key"), call.bytes());
        return call.kept(show(call));
    }
}
