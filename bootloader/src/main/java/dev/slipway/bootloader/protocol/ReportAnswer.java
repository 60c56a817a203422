package dev.slipway.bootloader.protocol;

import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonObject;

/**
 * The answer to a report.
 *
 * @param acknowledged sequence of the last event that is safe with the server; the device forgets it and all before it
 * @param stop the server does not want this device to poll any more
 */
public record ReportAnswer(long acknowledged, boolean stop) {

    /** The answer in a document. */
    public static ReportAnswer from(JsonAt at) {
        return new ReportAnswer(
                at.get("acknowledged").whole(0, Long.MAX_VALUE), at.get("stop").flag());
    }

    /** The answer as the wire carries it. */
    public JsonObject toJson() {
        return JsonObject.EMPTY.with("acknowledged", acknowledged).with("stop", stop);
    }
}
