package dev.slipway.door.relay.center;

import io.netty.handler.codec.http2.DefaultHttp2GoAwayFrame;
import io.netty.handler.codec.http2.Http2Error;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Which connections of which sites there are, by alias. A site that began again replaces what it had before at once,
 * though the dead connections have not been found out yet. Safe for any thread.
 */
final class Sites {
    /** Of one process of a site, for one alias. */
    private static final int CONNECTIONS_MAX = 8;

    private static final Duration DRAIN = Duration.ofSeconds(30);

    private final ConcurrentMap<String, List<SiteConnection>> byAlias = new ConcurrentHashMap<>();

    /** From now on the alias leads there too. */
    void add(String alias, SiteConnection made) {
        List<SiteConnection> there = byAlias.computeIfAbsent(alias, name -> new CopyOnWriteArrayList<>());
        List<SiteConnection> replaced = new ArrayList<>();
        synchronized (there) {
            for (SiteConnection other : there) {
                if (other.key().equals(made.key()) && other.epoch() < made.epoch()) {
                    replaced.add(other);
                }
            }
            List<SiteConnection> same = there.stream()
                    .filter(other ->
                            other.key().equals(made.key()) && other.process().equals(made.process()))
                    .toList();
            replaced.addAll(same.subList(0, Math.max(0, same.size() + 1 - CONNECTIONS_MAX)));
            there.removeAll(replaced);
            there.add(made);
        }
        replaced.forEach(Sites::letGo);
        made.channel().closeFuture().addListener(closed -> there.remove(made));
    }

    /** The connection with the fewest streams; empty when the site is away. */
    Optional<SiteConnection> best(String alias) {
        SiteConnection best = null;
        for (SiteConnection one : byAlias.getOrDefault(alias, List.of())) {
            if (one.channel().isActive()
                    && (best == null || one.streams().get() < best.streams().get())) {
                best = one;
            }
        }
        return Optional.ofNullable(best);
    }

    /** How many connections lead there. */
    int connections(String alias) {
        return byAlias.getOrDefault(alias, List.of()).size();
    }

    /** Lets go of connections that may not lead there any more. */
    void keep(String alias, List<String> keys) {
        List<SiteConnection> there = byAlias.getOrDefault(alias, List.of());
        List<SiteConnection> others =
                there.stream().filter(one -> !keys.contains(one.key())).toList();
        if (!others.isEmpty()) {
            there.removeAll(others);
            others.forEach(Sites::letGo);
        }
    }

    /** No new streams; those that pass may end. */
    static void letGo(SiteConnection one) {
        var _ = one.channel().writeAndFlush(new DefaultHttp2GoAwayFrame(Http2Error.NO_ERROR));
        var _ = one.channel()
                .eventLoop()
                .schedule(
                        () -> {
                            var _ = one.channel().close();
                        },
                        DRAIN.toSeconds(),
                        TimeUnit.SECONDS);
    }

    /** Each connection there is. */
    List<SiteConnection> all() {
        return byAlias.values().stream().flatMap(List::stream).distinct().toList();
    }
}
