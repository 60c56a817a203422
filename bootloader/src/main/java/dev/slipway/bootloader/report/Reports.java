package dev.slipway.bootloader.report;

import dev.slipway.bootloader.home.Installed;
import dev.slipway.bootloader.home.ReportQueue;
import dev.slipway.bootloader.home.StateFile;
import dev.slipway.bootloader.outcome.Refusal;
import dev.slipway.bootloader.portal.Answer;
import dev.slipway.bootloader.portal.Line;
import dev.slipway.bootloader.protocol.ReportAnswer;
import dev.slipway.bootloader.protocol.ReportEvent;
import dev.slipway.bootloader.protocol.ReportRequest;
import dev.slipway.bootloader.protocol.json.JsonReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Brings the queue to the portal. */
public final class Reports {
    private static final int OK = 200;

    private final ReportQueue queue;
    private final StateFile state;

    public Reports(ReportQueue queue, StateFile state) {
        this.queue = queue;
        this.state = state;
    }

    /**
     * Sends until nothing waits; true when the portal wants this device to stop polling.
     *
     * @throws Refusal when the portal cannot be reached or does not take it: nothing is lost
     */
    public boolean send(Line line, Map<String, String> authorization) throws IOException {
        boolean stop = false;
        for (List<ReportEvent> events = queue.waiting(); !events.isEmpty() && !stop; events = queue.waiting()) {
            Answer answer = line.post("boot/v1/report", new ReportRequest(installed(), events).toJson(), authorization);
            if (answer.status() != OK) {
                throw answer.refusal("a report");
            }
            ReportAnswer taken = ReportAnswer.from(JsonReader.document(answer.body()));
            queue.acknowledge(taken.acknowledged());
            stop = taken.stop();
            if (!stop && taken.acknowledged() < events.get(0).sequence()) {
                throw Refusal.unreachable("The server did not take the report; it is sent again later.");
            }
        }
        return stop;
    }

    /** Numbers events after {@code sequence}, the last one that the portal has of this device. */
    public void countOn(long sequence) throws IOException {
        queue.countOn(sequence);
    }

    private Map<String, String> installed() {
        var versions = new TreeMap<String, String>();
        Map<String, Installed> all = state.get().software().applications();
        all.forEach((name, application) -> versions.put(name, application.version()));
        return versions;
    }
}
