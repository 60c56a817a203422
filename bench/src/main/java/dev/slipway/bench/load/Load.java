package dev.slipway.bench.load;

import dev.slipway.bench.machine.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One load of wrk: one thread, kept-alive or closed connections, the requests of {@code poll.lua}.
 *
 * @param url where the server or its peer listens, without a path
 * @param requests the file of tokens and ETags
 * @param path asked, the same every time; {@link #OWN_PATHS} where each request has its own
 * @param manner how the connections are used
 * @param connections at once
 */
public record Load(String url, Path requests, String path, Manner manner, int connections) {
    /** The file of requests is of paths and ETags, and phones ask. */
    public static final String OWN_PATHS = "-";

    private static final double MICROS_PER_MILLI = 1e3;
    private static final Pattern RESULT =
            Pattern.compile("RESULT requests=(\\d+) bytes=(\\d+) refused=(\\d+) broken=(\\d+) half=(\\d+) most=(\\d+)");

    /**
     * Kept-alive connections; a new one for every request; kept-alive ones until as many answers came as there are
     * requests, whose latency is not told; kept-alive ones that post the lines of the file.
     */
    public enum Manner {
        KEEP,
        CLOSE,
        ONCE,
        POST
    }

    /** How long half of the answers took at most, and 99 of a hundred. */
    public record Latency(double halfMillis, double mostMillis) {
        public static final Latency NONE = new Latency(0, 0);
    }

    /**
     * What came back.
     *
     * @param bytes received, with heads
     * @param refused answers of 400 and above
     * @param broken connections that failed
     */
    public record Answers(long requests, long bytes, long refused, long broken, Latency latency) {
        static final Answers NONE = new Answers(0, 0, 0, 0, Latency.NONE);

        /** Both together; how long they took is not added. */
        Answers and(Answers more) {
            return new Answers(
                    requests + more.requests,
                    bytes + more.bytes,
                    refused + more.refused,
                    broken + more.broken,
                    Latency.NONE);
        }
    }

    /** The same load of another server. */
    public Load on(String other, Path otherRequests) {
        return new Load(other, otherRequests, path, manner, connections);
    }

    /** Runs it for so long. */
    public Answers run(Path script, Duration time) throws IOException, InterruptedException {
        Command wrk = new Command(
                List.of(
                        "wrk",
                        "-t1",
                        "-c" + connections,
                        "-d" + time.toSeconds() + "s",
                        "--timeout",
                        "20s",
                        "-s",
                        script.toString(),
                        url,
                        "--",
                        requests.toString(),
                        path,
                        manner.name().toLowerCase(Locale.ROOT)),
                Map.of());
        String said = wrk.output();
        Matcher result = RESULT.matcher(said);
        if (!result.find()) {
            throw new IOException("wrk told no result: " + said);
        }
        return new Answers(
                Long.parseLong(result.group(1)),
                Long.parseLong(result.group(2)),
                Long.parseLong(result.group(3)),
                Long.parseLong(result.group(4)),
                new Latency(
                        Long.parseLong(result.group(5)) / MICROS_PER_MILLI,
                        Long.parseLong(result.group(6)) / MICROS_PER_MILLI));
    }
}
