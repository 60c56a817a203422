package dev.slipway.door.portal;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.devices.DeviceDocument;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.base.http.Answer;
import dev.slipway.base.http.Content;
import dev.slipway.base.http.NotFound;
import dev.slipway.base.http.Validated;
import dev.slipway.base.http.clients.Remote;
import dev.slipway.base.identity.Tokens;
import dev.slipway.core.bundle.Bundles;
import dev.slipway.core.enroll.Admission;
import dev.slipway.core.enroll.Admitted;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET /boot/v1/bundle}: what this device must have now; most often 304, from memory. */
final class BootBundle {
    static final String PATH = "/boot/v1/bundle";

    private final Admission admission;
    private final CurrentBundle bundles;
    private final HotAnswers hot;

    BootBundle(Admission admission, CurrentBundle bundles, HotAnswers hot) {
        this.admission = admission;
        this.bundles = bundles;
        this.hot = hot;
    }

    /** On the event loop. Empty: nothing in memory, ask {@link #answer}. */
    Optional<Answer> fromMemory(HttpServerRequest request) {
        Optional<Secret> token = Asked.token(request);
        return token.isEmpty() ? Optional.of(NotFound.ANSWER) : hot.bundle(poll(request, token.get()));
    }

    private static Poll poll(HttpServerRequest request, Secret token) {
        MultiMap headers = request.headers();
        return new Poll(
                Tokens.sha256(token),
                text(headers.get(HttpHeaders.IF_NONE_MATCH)),
                Remote.address(request),
                text(headers.get(HttpHeaders.USER_AGENT)));
    }

    private static String text(@Nullable String field) {
        return field == null ? "" : field;
    }

    /** Off the event loop. */
    Answer answer(Asked asked) {
        HotAnswers.Making making = hot.making();
        Optional<Secret> token = asked.token();
        Optional<DeviceView> admitted = token.flatMap(shown -> admission.view(shown, Bundles.FILE));
        if (admitted.isEmpty()) {
            token.ifPresent(shown -> hot.forget(Tokens.sha256(shown)));
            return NotFound.ANSWER;
        }
        DeviceView view = admitted.get();
        hot.here(Admitted.of(view), asked.source());
        DeviceDocument current = bundles.current(view);
        Validated answer = rendered(current);
        Bytes hash = Tokens.sha256(token.orElseThrow());
        making.keep(hash, view, current, answer);
        return answer;
    }

    private static Validated rendered(DeviceDocument current) {
        Content content = Content.of("application/json", current.body().bytes().toArray())
                .with("cache-control", "private, no-cache");
        return new Validated(content, current.body().etag());
    }
}
