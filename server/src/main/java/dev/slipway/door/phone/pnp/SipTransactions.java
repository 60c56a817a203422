package dev.slipway.door.phone.pnp;

import dev.slipway.base.wire.sip.SipAddress;
import dev.slipway.base.wire.sip.SipMessage;
import dev.slipway.base.wire.sip.SipStart;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Requests under way, each repeated until it is answered or given up (RFC 3261, section 17.1.2, over UDP). What is kept
 * of one is gone when it ends, 32 s after it was first sent at the latest.
 */
final class SipTransactions implements AutoCloseable {
    /** Of every branch (RFC 3261, section 8.1.1.7). */
    static final String COOKIE = "z9hG4bK";

    private final BiConsumer<byte[], InetSocketAddress> send;
    private final SipTimers timers;
    private final Map<String, Pending> pending = new ConcurrentHashMap<>();
    /** What comes when it is closed is no longer done. */
    private final ScheduledThreadPoolExecutor beat = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("sip-timers").factory(), new ThreadPoolExecutor.DiscardPolicy());

    SipTransactions(BiConsumer<byte[], InetSocketAddress> send, SipTimers timers) {
        this.send = send;
        this.timers = timers;
    }

    private record Pending(Runnable send, CompletableFuture<Optional<SipStart.Status>> answer) {}

    /**
     * Sends a request after a while; what it is answered at last, or nothing.
     *
     * @param request with a branch of its own in its only Via
     */
    CompletableFuture<Optional<SipStart.Status>> ask(SipMessage request, InetSocketAddress to, Duration after) {
        String branch = branch(request).orElseThrow(() -> new IllegalArgumentException("a request without a branch"));
        byte[] bytes = request.bytes();
        var asked = new Pending(() -> send.accept(bytes, to), new CompletableFuture<>());
        pending.put(branch, asked);
        later(after, () -> begin(asked));
        return asked.answer.whenComplete((answer, fault) -> pending.remove(branch));
    }

    private void begin(Pending asked) {
        later(timers.giveUp(), () -> asked.answer.complete(Optional.empty()));
        repeat(asked, timers.t1());
    }

    private void repeat(Pending asked, Duration pause) {
        if (!asked.answer.isDone()) {
            asked.send.run();
            later(pause, () -> repeat(asked, timers.next(pause)));
        }
    }

    private void later(Duration after, Runnable work) {
        var _ = beat.schedule(work, after.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Takes an answer; one that nobody waits for is passed over, and so is one that says to wait. */
    void heard(SipMessage answer) {
        if (answer.start() instanceof SipStart.Status status && !status.isProvisional()) {
            branch(answer).map(pending::get).ifPresent(asked -> asked.answer.complete(Optional.of(status)));
        }
    }

    private static Optional<String> branch(SipMessage message) {
        return message.header("Via").flatMap(via -> SipAddress.parse(via).parameter("branch"));
    }

    @Override
    public void close() {
        beat.shutdownNow();
        pending.values().forEach(asked -> asked.answer.complete(Optional.empty()));
    }
}
