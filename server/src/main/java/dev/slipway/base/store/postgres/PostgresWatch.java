package dev.slipway.base.store.postgres;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Starts the bundled PostgreSQL again, on its old port, when its process ends under a running server. Until it answers,
 * devices are served from memory and everything else gets a 503 (DESIGN section 5, promises).
 *
 * <p>It looks at the process file and not for the end of the process: in a container without a reaper a killed process
 * stays in the table, but its command line is empty.
 */
public final class PostgresWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PostgresWatch.class.getPackageName());

    /** A look reads two small files. */
    private static final Duration EVERY = Duration.ofMillis(250);

    private final PostgresServer server;
    private final ReentrantLock work = new ReentrantLock();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("postgres-watch").factory());
    private boolean ended;

    private PostgresWatch(PostgresServer server) {
        this.server = server;
    }

    /** Begins to watch; end it before the server is stopped. */
    public static PostgresWatch over(PostgresServer server) {
        PostgresWatch watch = new PostgresWatch(server);
        var _ = watch.looking.scheduleWithFixedDelay(
                watch::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    private void look() {
        work.lock();
        try {
            if (!ended && !server.isRunning()) {
                LOG.log(System.Logger.Level.WARNING, "event=postgres-gone do=starting-again");
                server.startAgain();
                LOG.log(System.Logger.Level.INFO, "event=postgres-started-again url={0}", server.jdbcUrl());
            }
        } catch (IllegalStateException | UncheckedIOException failed) {
            LOG.log(System.Logger.Level.ERROR, "event=postgres-not-started do=trying-again", failed);
        } finally {
            work.unlock();
        }
    }

    /** Waits for a start in work. */
    @Override
    public void close() {
        looking.shutdown();
        work.lock();
        try {
            ended = true;
        } finally {
            work.unlock();
        }
    }
}
