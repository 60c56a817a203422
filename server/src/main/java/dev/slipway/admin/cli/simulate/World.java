package dev.slipway.admin.cli.simulate;

import dev.slipway.bootloader.protocol.polling.PollingPlan;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What simulated phones need of the world, which {@code app} brings along.
 *
 * @param clock what phones read the time from, once
 * @param nanos what they measure time by; never goes back
 */
public record World(Network network, InstantSource clock, LongSupplier nanos) implements AutoCloseable {
    /** How phones fetch and read their files. */
    public interface Network extends AutoCloseable {
        /**
         * Fetches once, over a connection of its own as a phone does, and never blocks; {@code then} is called once, on
         * any thread, also when nobody answers.
         */
        void get(URI file, Map<String, String> headers, Consumer<Answer> then);

        /** The polling plan that a file carries; empty when it carries none, or none that we can read. */
        Optional<PollingPlan> plan(String file);

        @Override
        void close();
    }

    /**
     * What came back.
     *
     * @param status 0 when nothing did
     * @param retryAfter what {@code Retry-After} says, in seconds
     * @param etag empty when there is none
     */
    public record Answer(int status, Optional<Duration> retryAfter, String etag, String body) {
        /** Nobody answered: no connection, a broken one, or no answer in time. */
        public static final Answer NONE = new Answer(0, Optional.empty(), "", "");

        private static final int OK = 200;
        private static final int NOT_MODIFIED = 304;

        boolean isWhole() {
            return status == OK;
        }

        boolean isNotModified() {
            return status == NOT_MODIFIED;
        }

        /** Whether the phone has what it must have. */
        boolean isGood() {
            return isWhole() || isNotModified();
        }

        /** Whether the phone is turned away for now. */
        boolean isRefusal() {
            return status == 503 || status == 429;
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
