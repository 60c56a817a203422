package dev.slipway.base.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.internal.ContextInternal;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The way off the event loop and back: whatever waits for a database, a disk or a hash runs on a virtual thread, at
 * most
 * so many at once; one more is refused at once ({@code http.busy}, 503) instead of waiting in a line without end.
 */
public final class OffLoop {
    private final Executor threads;
    private final int worksMax;
    private final AtomicInteger works = new AtomicInteger();

    /** Runs on {@code threads}, one virtual thread per work in the house, at most {@code worksMax} works at once. */
    public OffLoop(Executor threads, int worksMax) {
        this.threads = threads;
        this.worksMax = worksMax;
    }

    /** Does {@code work} elsewhere; its result, or what it threw, comes back to the event loop of the caller. */
    public <T> Future<T> run(Callable<T> work) {
        if (works.incrementAndGet() > worksMax) {
            works.decrementAndGet();
            return Future.failedFuture(new RequestRefused(Problem.BUSY));
        }
        Promise<T> result = promiseOfThisLoop();
        threads.execute(new FutureTask<>(work) {
            @Override
            protected void done() {
                works.decrementAndGet();
                if (state() == State.SUCCESS) {
                    result.complete(resultNow());
                } else {
                    result.fail(exceptionNow());
                }
            }
        });
        return result.future();
    }

    /** A promise that belongs to a context hands its result over on that context's thread. */
    private static <T> Promise<T> promiseOfThisLoop() {
        ContextInternal context = ContextInternal.current();
        if (context == null) {
            throw new IllegalStateException("called outside an event loop");
        }
        return context.promise();
    }
}
