package dev.slipway.door.phone;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.devices.Seen;
import dev.slipway.base.http.Answer;
import dev.slipway.base.http.Content;
import dev.slipway.base.http.NotFound;
import dev.slipway.base.http.clients.Remote;
import dev.slipway.core.enroll.Claim;
import dev.slipway.core.enroll.LastSeen;
import dev.slipway.core.enroll.address.KnownAddresses;
import dev.slipway.core.enroll.address.KnownAddresses.Own;
import dev.slipway.core.enroll.address.KnownAddresses.Recall;
import dev.slipway.core.enroll.address.KnownAddresses.Unsure;
import dev.slipway.core.enroll.address.KnownAddresses.Wrong;
import dev.slipway.core.enroll.requests.Decision.Steps;
import dev.slipway.core.enroll.roster.Etag;
import dev.slipway.door.phone.KeptFile.Caller;
import dev.slipway.door.phone.PhoneCounts.Kind;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Files of phones in memory, answered on the event loop: no SQL, nothing merged, nothing written. Most phones never say
 * what they have, so the common answer is a 200 with the bytes as they were (DESIGN section 6).
 *
 * <p>A file is found by the very address and name it was once given by, so whoever asks for it has proven the address;
 * it is given when the roster says that it is still what the device must have, and the caller is the one that is
 * pinned. Everything else is answered by {@link PhoneFiles}, which can wait.
 */
final class PhoneMemory {
    /** Of all bodies, with what surrounds them. */
    static final long BYTES_MAX = 128L << 20;

    /** Address, names, fields and the entry itself. */
    private static final int AROUND_BYTES = 700;

    /** How long the database is taken for absent after a look-up failed. */
    private static final Duration OUTAGE = Duration.ofSeconds(2);

    private static final String FROM_MEMORY = "the file as it is now, from memory";

    private final Remembering rooms;
    private final PhoneClaims claims;
    private final PhoneCounts counts;
    private final InstantSource clock;
    private final Cache<String, KeptFile> files = Caffeine.newBuilder()
            .maximumWeight(BYTES_MAX)
            .weigher((String key, KeptFile kept) ->
                    AROUND_BYTES + kept.made().answer().content().body().length())
            .build();
    private volatile Instant absentUntil = Instant.MIN;

    PhoneMemory(Remembering rooms, PhoneClaims claims, PhoneCounts counts, InstantSource clock) {
        this.rooms = rooms;
        this.claims = claims;
        this.counts = counts;
        this.clock = clock;
    }

    /** What a request is for. */
    record Asked(String address, String file) {
        String key() {
            return address + "/" + file;
        }
    }

    /** The answer, if memory has it. */
    Optional<Answer> answer(Asked asked, HttpServerRequest request) {
        KeptFile kept = files.getIfPresent(asked.key());
        return kept == null ? recalled(asked, request) : given(kept, request);
    }

    /** Keeps a file for whoever asks like this again. */
    void keep(Asked asked, KeptFile kept) {
        files.put(asked.key(), kept);
    }

    /** The database did not answer: until it may be back, what was true last is better than nothing. */
    void absent() {
        absentUntil = clock.instant().plus(OUTAGE);
    }

    private Optional<Answer> given(KeptFile kept, HttpServerRequest request) {
        Instant now = clock.instant();
        KeptFile.Made made = kept.made();
        boolean current = rooms.roster().holds(kept.owner().device(), made.edition(), now.getEpochSecond());
        boolean lastKnown = !current
                && now.isBefore(absentUntil)
                && rooms.roster().untouched(kept.owner().device(), made.serial());
        if (!(current || lastKnown) || !isOwner(kept, request)) {
            return Optional.empty();
        }
        counts.count(current ? Kind.MEMORY : Kind.LAST_KNOWN);
        note(kept, now);
        return Optional.of(made.answer());
    }

    /** The same as the last time, or else by a new claim; what is compared is what admission compares. */
    private boolean isOwner(KeptFile kept, HttpServerRequest request) {
        String from = Remote.address(request);
        String certificate = PhoneClaims.certificate(request);
        if (kept.last().isSame(PhoneClaims.userAgent(request), certificate, from)) {
            return true;
        }
        Claim claim = claims.of(request);
        if (kept.owner().pinned().difference(claim).isPresent()) {
            return false;
        }
        kept.now(caller(claim, certificate, kept.last().steps().decide()));
        return true;
    }

    /** Who came, and what is noted of it. */
    static Caller caller(Claim claim, String certificate, String file) {
        var steps = new Steps(Said.of(claim), PhoneFiles.LET_IN, file, FROM_MEMORY);
        return new Caller(
                claim.source().userAgent(), certificate, claim.source().address(), steps);
    }

    private void note(KeptFile kept, Instant now) {
        Caller by = kept.last();
        KeptFile.Owner owner = kept.owner();
        rooms.seen().note(new Seen(owner.tenant(), owner.device(), now, by.from(), LastSeen.shortened(by.userAgent())));
        rooms.requests().note(owner.device(), by.steps());
    }

    private Optional<Answer> recalled(Asked asked, HttpServerRequest request) {
        Recall recall = rooms.addresses().recall(asked.address(), () -> claims.of(request));
        return switch (recall) {
            case Wrong _ -> Optional.of(turnedAway(asked, claims.of(request)));
            case Own own -> unchanged(own, asked, request);
            case Unsure(boolean stranger) ->
                stranger ? rooms.strangers().turnedAway().map(PhoneRefusals::later) : Optional.empty();
        };
    }

    /** Who is no device of ours is noted, and gets the one 404. */
    Answer turnedAway(Asked asked, Claim claim) {
        rooms.requests().noteUnknown(new Steps(Said.of(claim), KnownAddresses.WRONG, "", "404"));
        rooms.strangeness().note(claim.source().network(), asked.address());
        counts.count(Kind.NOTHING);
        return NotFound.ANSWER;
    }

    /** The bytes are not here, but who has them needs none. */
    private Optional<Answer> unchanged(Own own, Asked asked, HttpServerRequest request) {
        String field = Optional.ofNullable(request.getHeader(HttpHeaders.IF_NONE_MATCH))
                .orElse("");
        if (!Etag.isIn(field, own.known().etag())) {
            return Optional.empty();
        }
        Claim claim = claims.of(request);
        var steps = new Steps(Said.of(claim), PhoneFiles.LET_IN, asked.file(), "nothing, since it has it");
        rooms.requests().note(own.device(), steps);
        rooms.seen()
                .note(new Seen(
                        own.tenant(),
                        own.device(),
                        clock.instant(),
                        claim.source().address(),
                        LastSeen.shortened(claim.source().userAgent())));
        counts.count(Kind.MEMORY);
        return Optional.of(
                new Content(304, Map.of("etag", field, "cache-control", PhoneFiles.CACHE_CONTROL), Buffer.buffer()));
    }

    /** Whether a failure says that the database is not there. */
    static boolean isAbsence(Refusal refusal) {
        return refusal.code().equals("data.unavailable");
    }
}
