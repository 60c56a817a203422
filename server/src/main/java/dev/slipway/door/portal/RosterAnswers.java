package dev.slipway.door.portal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.Seen;
import dev.slipway.base.http.Answer;
import dev.slipway.base.http.Validated;
import dev.slipway.core.bundle.Bundles;
import dev.slipway.core.enroll.Admitted;
import dev.slipway.core.enroll.LastSeen;
import dev.slipway.core.enroll.Source;
import dev.slipway.core.enroll.roster.Etag;
import dev.slipway.core.enroll.roster.Roster;
import dev.slipway.core.enroll.roster.RosterRow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers from the roster: 304 to whoever already has what it must have, 200 when the bytes are in the cache.
 *
 * <p>The cache of bodies is weighed in bytes and found by the first 64 bits of the ETag; a body that is not there is
 * read
 * from the database by the ordinary way.
 */
public final class RosterAnswers implements HotAnswers {
    private final Roster roster;
    private final PollRooms rooms;
    private final InstantSource clock;
    private final Cache<Long, Validated> bodies;

    /** Whole seconds up to a minute: few. */
    private final Map<Duration, Answer> refusals = new ConcurrentHashMap<>();

    /**
     * Answers for the devices of {@code rooms.roster()}.
     *
     * @param bytesMax of all bodies in memory
     */
    public RosterAnswers(PollRooms rooms, InstantSource clock, long bytesMax) {
        this.rooms = rooms;
        this.roster = rooms.roster();
        this.clock = clock;
        this.bodies = Caffeine.newBuilder()
                .maximumWeight(bytesMax)
                .weigher((Long etag, Validated body) -> body.content().body().length())
                .build();
    }

    @Override
    public Optional<Answer> bundle(Poll poll) {
        byte[] token = poll.tokenSha256().toArray();
        int row = roster.find(token);
        if (row < 0) {
            return rooms.strangers().turnedAway().map(this::refused);
        }
        Instant now = clock.instant();
        rooms.seen().note(seen(row, now, poll));
        long etag = roster.currentOrZero(row, token, now.getEpochSecond());
        if (etag == 0) {
            return Optional.empty();
        }
        if (Etag.isIn(poll.ifNoneMatch(), etag)) {
            rooms.counts().notModified().increment();
            return Optional.of(new NotModified(poll.ifNoneMatch()));
        }
        return whole(etag);
    }

    @Override
    public Optional<Id<Tenant>> tenant(Bytes tokenSha256) {
        byte[] token = tokenSha256.toArray();
        int row = roster.find(token);
        if (row < 0) {
            return Optional.empty();
        }
        Id<Tenant> tenant = new Id<>(roster.tenant(row));
        boolean current = roster.currentOrZero(row, token, clock.instant().getEpochSecond()) != 0;
        return current ? Optional.of(tenant) : Optional.empty();
    }

    private Answer refused(Duration comeBackIn) {
        rooms.counts().refused().increment();
        return refusals.computeIfAbsent(comeBackIn, PortalRefusals::tooManyUnknown);
    }

    private Optional<Answer> whole(long etag) {
        Validated body = bodies.getIfPresent(etag);
        if (body != null) {
            rooms.counts().whole().increment();
        }
        return Optional.ofNullable(body);
    }

    private Seen seen(int row, Instant now, Poll poll) {
        Id<Tenant> tenant = new Id<>(roster.tenant(row));
        return new Seen(tenant, roster.device(row), now, poll.address(), LastSeen.shortened(poll.userAgent()));
    }

    @Override
    public void here(Admitted device, Source source) {
        rooms.seen()
                .note(new Seen(
                        device.tenant(),
                        device.device().id(),
                        clock.instant(),
                        source.address(),
                        LastSeen.shortened(source.userAgent())));
    }

    @Override
    public void late() {
        rooms.counts().later().increment();
    }

    @Override
    public void forget(Bytes tokenSha256) {
        rooms.counts().refused().increment();
        int row = roster.find(tokenSha256.toArray());
        if (row >= 0) {
            roster.remove(roster.device(row));
        }
    }

    @Override
    public Making making() {
        long heard = roster.sequence();
        return (token, view, document, answer) -> {
            rooms.counts().made().increment();
            long etag = Etag.bits(document.body().etag());
            Instant renewal = Bundles.renewal(document.life().expires());
            bodies.put(etag, answer);
            var held = new RosterRow.Held(etag, etag, heard, (int) renewal.getEpochSecond());
            roster.put(RosterRow.of(view, RosterRow.Token.of(token.toArray()), held));
        };
    }
}
