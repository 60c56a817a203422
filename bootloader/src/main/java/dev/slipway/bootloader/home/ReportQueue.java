package dev.slipway.bootloader.home;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.slipway.bootloader.protocol.ReportEvent;
import dev.slipway.bootloader.protocol.ReportRequest;
import dev.slipway.bootloader.protocol.json.Json;
import dev.slipway.bootloader.protocol.json.JsonObject;
import dev.slipway.bootloader.protocol.json.JsonReader;
import dev.slipway.bootloader.protocol.json.JsonWriter;
import dev.slipway.bootloader.protocol.json.Malformed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * Events that the portal has not acknowledged, in a file: a line that says which sequence was the last one
 * acknowledged, then a line an event. A line is synced before the next step begins; a torn last line is an event that
 * never happened.
 */
public final class ReportQueue {
    /** Events kept while no portal can be reached; beyond it the oldest are dropped. */
    static final int EVENTS_MAX = 2_000;

    private static final String ACKNOWLEDGED = "acknowledged";

    private final Path file;
    private final List<ReportEvent> events = new ArrayList<>();
    private long acknowledged;

    private ReportQueue(Path file) {
        this.file = file;
    }

    /** The queue of {@code home}, empty when there is none. */
    public static ReportQueue open(Home home) throws IOException {
        var queue = new ReportQueue(home.reportFile());
        if (Files.exists(queue.file)) {
            queue.read(new String(Files.readAllBytes(queue.file), UTF_8));
        }
        queue.rewrite();
        return queue;
    }

    /** Adds the event that {@code event} makes of its sequence; returns when it would survive a power cut. */
    public void add(LongFunction<ReportEvent> event) throws IOException {
        events.add(event.apply(last() + 1));
        if (events.size() > EVENTS_MAX) {
            events.remove(0);
            rewrite();
            return;
        }
        try (FileChannel channel = FileChannel.open(file, WRITE)) {
            channel.position(channel.size());
            Durable.writeAll(channel, line(events.get(events.size() - 1)));
            channel.force(false);
        }
    }

    /** The oldest events not acknowledged, as many as one report takes. */
    public List<ReportEvent> waiting() {
        return List.copyOf(events.subList(0, Math.min(events.size(), ReportRequest.EVENTS_MAX)));
    }

    /** Forgets all events up to {@code sequence}; a portal cannot acknowledge what was not sent. */
    public void acknowledge(long sequence) throws IOException {
        long known = Math.min(sequence, last());
        if (known > acknowledged) {
            acknowledged = known;
            events.removeIf(event -> event.sequence() <= known);
            rewrite();
        }
    }

    /**
     * Numbers the next event after {@code sequence}, and what waits too when it would pass for a repetition: the portal
     * has events of this device up to there, and this directory may be newer than the device. Never goes back.
     */
    public void countOn(long sequence) throws IOException {
        if (sequence > last()) {
            List<ReportEvent> renumbered = new ArrayList<>();
            events.forEach(event -> renumbered.add(event.at(sequence + renumbered.size() + 1)));
            events.clear();
            events.addAll(renumbered);
            acknowledged = sequence;
            rewrite();
        }
    }

    private long last() {
        return events.isEmpty() ? acknowledged : events.get(events.size() - 1).sequence();
    }

    private void read(String text) {
        for (String line : text.split("\n")) {
            try {
                var at = JsonReader.document(line.getBytes(UTF_8));
                if (at.find(ACKNOWLEDGED).isPresent()) {
                    acknowledged = at.get(ACKNOWLEDGED).whole(0, Long.MAX_VALUE);
                } else {
                    events.addAll(ReportRequest.from(at).events());
                }
            } catch (Malformed e) {
                System.getLogger("dev.slipway.bootloader.home")
                        .log(System.Logger.Level.DEBUG, "report.torn-line cause={0}", e.getMessage());
                return;
            }
        }
    }

    private void rewrite() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(line(JsonObject.EMPTY.with(ACKNOWLEDGED, acknowledged)));
        events.forEach(event -> bytes.writeBytes(line(event)));
        Durable.replace(file, bytes.toByteArray());
    }

    private static byte[] line(ReportEvent event) {
        return line(new ReportRequest(Map.of(), List.of(event)).toJson());
    }

    private static byte[] line(Json value) {
        var line = new ByteArrayOutputStream();
        line.writeBytes(JsonWriter.compact(value));
        line.write('\n');
        return line.toByteArray();
    }
}
