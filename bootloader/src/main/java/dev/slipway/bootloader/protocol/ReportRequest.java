package dev.slipway.bootloader.protocol;

import dev.slipway.bootloader.protocol.json.Json;
import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The body of {@code POST /boot/v1/report}.
 *
 * @param installed release by application, all that the Bootloader installed and did not remove; at most 1,000
 * @param events not acknowledged yet, oldest first; at most {@value #EVENTS_MAX}, the rest goes with the next report
 */
public record ReportRequest(Map<String, String> installed, List<ReportEvent> events) {
    /** Events of one report: with the longest details they fit one body. */
    public static final int EVENTS_MAX = 200;

    private static final int INSTALLED_MAX = 1000;

    public ReportRequest {
        installed = Collections.unmodifiableMap(new TreeMap<>(installed));
        events = List.copyOf(events);
        if (events.size() > EVENTS_MAX || installed.size() > INSTALLED_MAX) {
            throw new IllegalArgumentException("a report has at most 200 events and 1000 applications");
        }
        for (int i = 1; i < events.size(); i++) {
            if (events.get(i).sequence() <= events.get(i - 1).sequence()) {
                throw new IllegalArgumentException("events stand in the order of their sequence");
            }
        }
    }

    /** The report in a document. */
    public static ReportRequest from(JsonAt at) {
        return at.read(
                "a report",
                () -> new ReportRequest(
                        at.get("installed").map(JsonAt::text), at.get("events").list(ReportEvent::from)));
    }

    /** The report as the wire carries it. */
    public JsonObject toJson() {
        var releases = new LinkedHashMap<String, Json>();
        installed.forEach((application, release) -> releases.put(application, Json.of(release)));
        return JsonObject.EMPTY
                .with("installed", JsonObject.of(releases))
                .with("events", Json.of(events.stream().map(ReportEvent::toJson).toList()));
    }
}
