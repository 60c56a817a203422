package dev.slipway.door.directory;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.http.Answer;
import dev.slipway.base.http.Body;
import dev.slipway.base.http.Content;
import dev.slipway.base.http.NotFound;
import dev.slipway.base.http.OffLoop;
import dev.slipway.base.http.Problem;
import dev.slipway.base.http.RequestLoop;
import dev.slipway.base.http.clients.Remote;
import dev.slipway.base.wire.form.FormFields;
import dev.slipway.base.wire.xml.XmlText;
import dev.slipway.base.wire.xml.XmlWriter;
import dev.slipway.core.enroll.directory.SipDirectory;
import dev.slipway.core.enroll.directory.SipDirectory.Found;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * {@code POST /directory/SECRET}: the directory of FreeSWITCH's mod_xml_curl. Whoever is none of our SIP servers gets
 * the one 404; so does who asks in clear from another machine.
 */
public final class FreeSwitch {
    /** It sends a hundred variables of the call along. */
    private static final Body FORM = new Body(64 << 10, Duration.ofSeconds(10));

    private static final Problem LATER =
            new Problem(503, "data.unavailable", "Come again later.", Optional.of(Duration.ofSeconds(5)));

    private final SipDirectory directory;
    private final RequestLoop loop;

    /** Answers by what that directory finds. */
    public FreeSwitch(SipDirectory directory, OffLoop offLoop, RandomGenerator random) {
        this.directory = directory;
        this.loop = new RequestLoop(offLoop, random, FreeSwitch::refused);
    }

    /** Registers the path of this door, also behind {@code /at/ALIAS}. */
    public void register(Router router) {
        for (String prefix : List.of("", "/at/:alias")) {
            router.route(prefix + SipDirectory.PATH + ":secret").handler(this::take);
        }
    }

    private void take(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!request.method().equals(HttpMethod.POST) || !Remote.isPrivate(request)) {
            loop.onLoop(request, () -> NotFound.ANSWER);
            return;
        }
        String secret = context.pathParam("secret");
        loop.withBody(request, FORM, body -> answer(secret, FormFields.read(body.getBytes())));
    }

    private Answer answer(String secret, FormFields form) {
        String user = form.get("user");
        String domain = form.get("domain");
        return directory
                .find(secret, user, domain)
                .<Answer>map(found ->
                        Content.text("text/xml", document(found, user, domain)).with("cache-control", "no-store"))
                .orElse(NotFound.ANSWER);
    }

    /** As mod_xml_curl reads it; what it asks besides users of a domain is not found here. */
    private static String document(Found found, String user, String domain) {
        var xml = new XmlWriter().open("document", Map.of("type", "freeswitch/xml"));
        if (found.ha1().isEmpty() || !XmlText.isWritable(user) || !XmlText.isWritable(domain)) {
            return xml.open("section", Map.of("name", "result"))
                    .leaf("result", Map.of("status", "not found"), "")
                    .close()
                    .close()
                    .document();
        }
        return xml.open("section", Map.of("name", "directory"))
                .open("domain", Map.of("name", domain))
                .open("user", Map.of("id", user))
                .open("params", Map.of())
                .leaf(
                        "param",
                        new TreeMap<>(
                                Map.of("name", "a1-hash", "value", found.ha1().get())),
                        "")
                .close()
                .close()
                .close()
                .close()
                .close()
                .document();
    }

    private static Optional<Answer> refused(Throwable thrown) {
        return thrown instanceof Refusal ? Optional.of(LATER) : Optional.empty();
    }
}
