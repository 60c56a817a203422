package dev.slipway.admin.cli.simulate;

import java.util.concurrent.CountDownLatch;

/**
 * Somebody presses Ctrl-C: the program ends only when what it began is cleared away. While it is open, such a wish is
 * noted, and the virtual machine waits until this is closed.
 */
public final class Ending implements AutoCloseable {
    private final CountDownLatch cleared = new CountDownLatch(1);
    private final Thread hook = new Thread(this::await, "ending");
    private volatile boolean wanted;

    private Ending() {}

    /** From now on. */
    public static Ending awaited() {
        var ending = new Ending();
        Runtime.getRuntime().addShutdownHook(ending.hook);
        return ending;
    }

    /** Whether somebody wants an end. */
    public boolean isWanted() {
        return wanted;
    }

    private void await() {
        wanted = true;
        try {
            cleared.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        cleared.countDown();
        if (!wanted) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
