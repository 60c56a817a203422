package dev.slipway.bootloader.fetch;

import dev.slipway.bootloader.home.Durable;
import dev.slipway.bootloader.outcome.Refusal;
import dev.slipway.bootloader.portal.Line;
import dev.slipway.bootloader.protocol.trust.ArtifactRef;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** One request for the bytes that are still missing. */
final class Transfer {
    private static final int BUFFER_BYTES = 64 << 10;
    /**
     * Slower than this over a whole window is a dead line (rauc-hawkbit's figure: 100 bytes a second for 60 seconds).
     */
    private static final Duration WINDOW = Duration.ofSeconds(60);

    private static final long WINDOW_BYTES_MIN = 6_000;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final Line line;
    private final Map<String, String> authorization;
    private final ArtifactRef artifact;
    private final PartFile part;
    private final InstantSource clock;

    Transfer(Line line, Map<String, String> authorization, ArtifactRef artifact, PartFile part, InstantSource clock) {
        this.line = line;
        this.authorization = Map.copyOf(authorization);
        this.artifact = artifact;
        this.part = part;
        this.clock = clock;
    }

    /**
     * Brings bytes until the answer ends; the caller looks at what has arrived.
     *
     * @throws IOException when the line is cut or too slow: what arrived is kept
     * @throws Refusal when the portal does not give it, or the disk is full
     */
    void run(LongConsumer reached) throws IOException {
        long have = part.size();
        HttpURLConnection connection = line.open("artifact/" + artifact.sha256(), headers(have));
        int status = connection.getResponseCode();
        switch (status) {
            case HttpURLConnection.HTTP_OK -> copy(connection, 0, reached);
            case HttpURLConnection.HTTP_PARTIAL -> copy(connection, requireStart(connection, have), reached);
            case RANGE_NOT_SATISFIABLE -> part.discard();
            default -> throw refusal(connection, status);
        }
    }

    private Map<String, String> headers(long have) {
        var headers = new LinkedHashMap<>(authorization);
        headers.put("Accept", "*/*");
        if (have > 0) {
            headers.put("Range", "bytes=" + have + "-");
            headers.put("If-Range", "\"" + artifact.sha256() + "\"");
        }
        return headers;
    }

    /** A part that begins elsewhere than asked would be written to the wrong place (RFC 9110 section 14.4). */
    private long requireStart(HttpURLConnection connection, long have) throws IOException {
        String range =
                Optional.ofNullable(connection.getHeaderField("Content-Range")).orElse("");
        if (!range.startsWith("bytes " + have + "-")) {
            part.discard();
            throw new IOException("the answer's range is " + range + ", asked was from " + have);
        }
        return have;
    }

    private void copy(HttpURLConnection connection, long offset, LongConsumer reached) throws IOException {
        long position = offset;
        var window = new Window(clock.instant(), offset);
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = connection.getInputStream();
                FileChannel out = part.append(offset)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (position + read > artifact.length()) {
                    part.discard();
                    throw changed("has more than its " + artifact.length() + " bytes");
                }
                write(out, buffer, read);
                position += read;
                reached.accept(position);
                window = window.checked(clock.instant(), position);
            }
            out.force(true);
        }
    }

    private void write(FileChannel out, byte[] buffer, int length) throws IOException {
        try {
            PartFile.write(out, buffer, length);
        } catch (IOException e) {
            var refusal = DiskSpace.explain(
                    Durable.directoryOf(part.whole()),
                    e,
                    cause -> Refusal.check(
                            "disk.failed", "The disk took no more bytes: " + cause.getMessage() + "; check it."));
            part.discard();
            throw refusal;
        }
    }

    static Refusal changed(String how) {
        return Refusal.check(
                "artifact.changed",
                "The artifact " + how
                        + ", which the release key did not sign; ask the administrator to publish it again.");
    }

    private Refusal refusal(HttpURLConnection connection, int status) {
        var wait = Line.retryAfter(connection);
        if (status == 429 || status >= HttpURLConnection.HTTP_INTERNAL_ERROR) {
            var busy =
                    Refusal.unreachable("The server answered " + status + " to a download; it is tried again later.");
            return wait.map(busy::retryAfter).orElse(busy);
        }
        return Refusal.check(
                "artifact.refused",
                "The server answered " + status + " to the download of " + artifact.sha256()
                        + "; ask the administrator whether the release still stands.");
    }

    /** The speed check: where the present window began. */
    private record Window(Instant start, long position) {
        Window checked(Instant now, long reached) throws IOException {
            if (now.isBefore(start.plus(WINDOW))) {
                return this;
            }
            if (reached - position < WINDOW_BYTES_MIN) {
                throw new IOException("slower than " + WINDOW_BYTES_MIN + " bytes in " + WINDOW.toSeconds() + " s");
            }
            return new Window(now, reached);
        }
    }
}
