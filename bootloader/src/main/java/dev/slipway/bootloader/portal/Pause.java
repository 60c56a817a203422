package dev.slipway.bootloader.portal;

import java.time.Duration;

/** Waits, and can be told to stop waiting: by a signal to the process, or by a test at once. */
@FunctionalInterface
public interface Pause {
    /** Waits so long; true when the process shall end instead. */
    boolean stopped(Duration time);
}
