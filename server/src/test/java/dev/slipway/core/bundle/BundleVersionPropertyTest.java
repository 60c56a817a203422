package dev.slipway.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.devices.DeviceDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** When a device gets another version, and when it must not. */
class BundleVersionPropertyTest {
    /** What may happen between two polls. */
    enum Event {
        NOTHING,
        OTHER_CHANGE,
        CONTENT,
        A_WEEK
    }

    @Property(tries = 6)
    void the_version_rises_only_with_the_content_or_when_a_third_of_the_life_is_left(
            @ForAll @Size(max = 12) List<Event> events) throws IOException {
        Path directory = Files.createTempDirectory("slipway-versions-");
        try (var works = new Works(directory)) {
            works.assign(works.publish("demo", "1.0"));
            DeviceDocument before = works.current();
            for (int at = 0; at < events.size(); at++) {
                happen(works, events.get(at), at);
                DeviceDocument after = works.current();
                Instant now = works.house.clock.instant();
                boolean due = !now.isBefore(before.life().issued().plus(Duration.ofDays(20)));
                boolean rises = events.get(at) == Event.CONTENT || due;
                assertThat(after.version() > before.version()).isEqualTo(rises);
                assertThat(after.body().bytes().equals(before.body().bytes())).isEqualTo(!rises);
                assertThat(works.bundles().current(works.view()).body().bytes())
                        .as("another node answers the same bytes")
                        .isEqualTo(after.body().bytes());
                before = after;
            }
        }
    }

    private static void happen(Works works, Event event, int at) {
        switch (event) {
            case NOTHING -> {}
            case OTHER_CHANGE -> works.house.user("user" + at);
            case CONTENT -> works.assign("application.demo.key" + at, "value");
            case A_WEEK -> works.house.clock.pass(Duration.ofDays(7));
        }
    }
}
