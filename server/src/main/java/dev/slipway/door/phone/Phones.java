package dev.slipway.door.phone;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.http.Answer;
import dev.slipway.base.http.NotFound;
import dev.slipway.base.http.OffLoop;
import dev.slipway.base.http.RequestLoop;
import dev.slipway.core.polling.WorkLine;
import dev.slipway.door.phone.PhoneCounts.Kind;
import dev.slipway.door.phone.PhoneFiles.Asking;
import dev.slipway.door.phone.PhoneMemory.Asked;
import dev.slipway.door.phone.recognition.UserAgents;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * {@code GET /d/ADDRESS/FILE}: a file of the device whose address it is. Every request that gets none gets the one 404:
 * a phone that is told more could tell it to whoever holds the address.
 */
public final class Phones {
    private static final String PREFIX = "/d/";

    private final PhoneClaims claims = new PhoneClaims(UserAgents.read());
    private final PhoneMemory memory;
    private final PhoneFiles files;
    private final PhoneCounts counts;
    private final RequestLoop loop;
    private final WorkLine line;

    /** Answers from memory where it can, else from what these rooms hold. */
    public Phones(PhoneRooms rooms, Remembering known, PhoneCounts counts, Work work) {
        this.memory = new PhoneMemory(known, claims, counts, work.clock);
        this.files = new PhoneFiles(rooms, known, memory, counts);
        this.counts = counts;
        this.loop = new RequestLoop(work.offLoop, work.random, PhoneRefusals::answer);
        this.line = work.line;
    }

    /** How work is done: where, after which line, by which clock and with which chance. */
    public record Work(OffLoop offLoop, WorkLine line, RandomGenerator random, InstantSource clock) {}

    /** Registers the paths of this door, also behind {@code /at/ALIAS}. */
    public void register(Router router) {
        for (String prefix : List.of("", "/at/:alias")) {
            router.route(prefix + PREFIX + ":address/:file")
                    .handler(context -> take(
                            context.request(), new Asked(context.pathParam("address"), context.pathParam("file"))));
        }
    }

    /** Files are asked for so often that they do not wait for the router; everything else is for {@code next}. */
    public Handler<HttpServerRequest> before(Handler<HttpServerRequest> next) {
        return request -> {
            String path = request.path();
            int slash = path == null || !path.startsWith(PREFIX) ? -1 : path.indexOf('/', PREFIX.length());
            if (slash < 0 || !isPlain(path, slash + 1)) {
                next.handle(request);
            } else {
                take(request, new Asked(path.substring(PREFIX.length(), slash), path.substring(slash + 1)));
            }
        };
    }

    /** A name that means the same before and after it is decoded; an empty one is no name. */
    private static boolean isPlain(String path, int from) {
        return from < path.length() && path.indexOf('%') < 0 && path.indexOf('/', from) < 0;
    }

    private void take(HttpServerRequest request, Asked asked) {
        boolean reads =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        if (!reads) {
            loop.onLoop(request, () -> NotFound.ANSWER);
            return;
        }
        Optional<Answer> ready = memory.answer(asked, request).or(this::later);
        ready.ifPresentOrElse(answer -> loop.onLoop(request, () -> answer), () -> {
            var asking = new Asking(claims.of(request), PhoneClaims.certificate(request), asked);
            loop.offLoop(request, () -> line.work(() -> looked(asking)));
        });
    }

    /** When more ask for what must be made than can be: who comes now is told when its turn is. */
    private Optional<Answer> later() {
        Optional<Duration> later = line.turnedAway();
        later.ifPresent(after -> counts.count(Kind.LATER));
        return later.map(PhoneRefusals::later);
    }

    private Answer looked(Asking asking) {
        try {
            return files.answer(asking);
        } catch (Refusal refusal) {
            if (PhoneMemory.isAbsence(refusal)) {
                memory.absent();
            }
            throw refusal;
        }
    }
}
