package dev.slipway.door.portal;

import dev.slipway.base.fleet.devices.DeviceEvent;
import dev.slipway.base.http.Answer;
import dev.slipway.base.http.Content;
import dev.slipway.base.http.NotFound;
import dev.slipway.bootloader.protocol.ReportAnswer;
import dev.slipway.bootloader.protocol.ReportEvent;
import dev.slipway.bootloader.protocol.ReportRequest;
import dev.slipway.bootloader.protocol.json.JsonReader;
import dev.slipway.bootloader.protocol.json.JsonWriter;
import dev.slipway.core.enroll.Admission;
import dev.slipway.core.enroll.Admitted;
import dev.slipway.core.enroll.Report;
import dev.slipway.core.enroll.Reports;
import dev.slipway.core.enroll.Unenroll;
import java.util.Locale;
import java.util.Optional;

/** {@code POST /boot/v1/report}: what happened on the device; acknowledged only when it is durable here. */
final class BootReport {
    private final Admission admission;
    private final Reports reports;
    private final Unenroll unenroll;

    BootReport(Admission admission, Reports reports, Unenroll unenroll) {
        this.admission = admission;
        this.reports = reports;
        this.unenroll = unenroll;
    }

    Answer answer(Asked asked, byte[] body) {
        Optional<Admitted> admitted = asked.token().flatMap(admission::byToken);
        if (admitted.isEmpty()) {
            return NotFound.ANSWER;
        }
        ReportRequest request = ReportRequest.from(JsonReader.document(body));
        long acknowledged = reports.take(admitted.get(), report(request));
        boolean leaves = request.events().stream().anyMatch(BootReport::isFarewell);
        if (leaves) {
            unenroll.run(admitted.get());
        }
        return Content.of("application/json", JsonWriter.compact(new ReportAnswer(acknowledged, leaves).toJson()))
                .with("cache-control", "no-store");
    }

    private static boolean isFarewell(ReportEvent event) {
        return event.step() == ReportEvent.Step.UNENROLL && event.outcome().state() == ReportEvent.State.DONE;
    }

    private static Report report(ReportRequest request) {
        return new Report(request.events().stream().map(BootReport::event).toList(), request.installed());
    }

    private static DeviceEvent event(ReportEvent event) {
        DeviceEvent.Subject subject = event.subject()
                .map(about -> new DeviceEvent.Subject(about.application(), about.release()))
                .orElse(new DeviceEvent.Subject("", ""));
        return new DeviceEvent(
                event.sequence(),
                event.at(),
                event.bundleVersion(),
                subject,
                word(event.step()),
                new DeviceEvent.Outcome(
                        word(event.outcome().state()), event.outcome().detail().orElse("")));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
