package dev.slipway.bootloader;

import dev.slipway.bootloader.home.Enrollment;
import dev.slipway.bootloader.home.Installed;
import dev.slipway.bootloader.home.Polls;
import dev.slipway.bootloader.home.State;
import dev.slipway.bootloader.protocol.json.Json;
import dev.slipway.bootloader.protocol.json.JsonObject;
import dev.slipway.bootloader.protocol.json.Words;
import dev.slipway.bootloader.protocol.polling.PollingPlan;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code status} prints. Members of {@code -o json} are added and never renamed: {@code status} (1),
 * {@code enrolled}, {@code server}, {@code device}, {@code user}, {@code device_type}, {@code bundle_version},
 * {@code polling} (a plan as in the bundle), {@code next_poll}, {@code last_contact}, {@code installing} (an
 * application, only while that is so), and {@code applications} with {@code version}, {@code previous}, {@code kind}
 * and {@code directory} each.
 */
record StatusDocument(State state, String homeDirectory) {
    private static final int FORMAT = 1;

    JsonObject json() {
        JsonObject start = JsonObject.EMPTY
                .with("status", FORMAT)
                .with("home", homeDirectory)
                .with("enrolled", state.enrollment().isPresent())
                .with(
                        "bundle_version",
                        state.accepted().map(bundle -> bundle.version()).orElse(0L))
                .with("applications", applications());
        JsonObject enrolled =
                state.enrollment().map(known -> with(start, known)).orElse(start);
        Polls polls = state.polls();
        return enrolled.withOptional("polling", polls.plan().map(PollingPlan::toJson))
                .withOptional("next_poll", polls.next().map(Instant::toString).map(Json::of))
                .with("last_contact", polls.state().lastContact().toString())
                .withOptional("installing", state.software().open().map(open -> Json.of(open.application())));
    }

    String text() {
        var lines = new StringBuilder();
        lines.append(state.enrollment()
                .map(known -> "enrolled at " + known.base() + " as " + known.user() + " (" + known.deviceType() + ")")
                .orElse("not enrolled; log on with: bootloader enroll"));
        state.software()
                .applications()
                .forEach((name, installed) ->
                        lines.append('\n').append("  ").append(name).append(' ').append(installed.version()));
        lines.append('\n')
                .append(state.polls().next().map(next -> "next poll at " + next).orElse("no poll planned"));
        return lines.toString();
    }

    private static JsonObject with(JsonObject start, Enrollment known) {
        return start.with("server", known.base().toString())
                .with("device", known.device())
                .with("user", known.user())
                .with("device_type", known.deviceType());
    }

    private JsonObject applications() {
        Map<String, JsonObject> all = new LinkedHashMap<>();
        state.software().applications().forEach((name, installed) -> all.put(name, application(installed)));
        return JsonObject.of(all);
    }

    private static JsonObject application(Installed installed) {
        return JsonObject.EMPTY
                .with("version", installed.version())
                .with("kind", Words.of(installed.kind()))
                .with("directory", installed.directory())
                .withOptional("previous", installed.previous().map(Json::of));
    }
}
