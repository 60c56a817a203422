package dev.slipway.door.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.http.Answer;
import dev.slipway.base.http.NotFound;
import dev.slipway.core.enroll.Admitted;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CachedAnswersTest {
    private static final Bytes TOKEN = Bytes.of(new byte[] {1});
    private static final Answer ANSWER = NotFound.ANSWER;

    private final AtomicLong nanos = new AtomicLong();
    private final CachedAnswers answers = new CachedAnswers(10, nanos::get);

    @Test
    void an_answer_is_kept_until_its_device_changes() {
        keep();
        answers.accept(change(1, Change.Kind.DEVICE, 8));
        answers.accept(change(2, Change.Kind.GROUP, 3));
        assertThat(answers.bundle(TOKEN, "")).contains(ANSWER);
        answers.accept(change(1, Change.Kind.DEVICE, 7));
        assertThat(answers.bundle(TOKEN, "")).isEmpty();
    }

    @Test
    void any_other_change_of_the_tenant_forgets_it_too() {
        for (Change.Kind kind : Change.Kind.values()) {
            keep();
            answers.accept(change(1, kind, 7));
            assertThat(answers.bundle(TOKEN, "")).as(kind.name()).isEmpty();
        }
    }

    @Test
    void what_was_made_while_something_changed_is_not_kept() {
        HotAnswers.Making making = answers.making();
        answers.accept(change(1, Change.Kind.USER, 5));
        making.keep(TOKEN, device(), ANSWER);
        assertThat(answers.bundle(TOKEN, "")).isEmpty();
    }

    @Test
    void nothing_is_kept_longer_than_ten_minutes() {
        keep();
        nanos.set(Duration.ofMinutes(10).toNanos() - 1);
        assertThat(answers.bundle(TOKEN, "")).contains(ANSWER);
        nanos.set(Duration.ofMinutes(10).toNanos());
        assertThat(answers.bundle(TOKEN, "")).isEmpty();
    }

    private void keep() {
        answers.making().keep(TOKEN, device(), ANSWER);
    }

    private static Change change(long tenant, Change.Kind kind, long subject) {
        return new Change(1, tenant, kind, subject);
    }

    private static Admitted device() {
        var device = new Device(new Id<>(7), "d", new Id<>(2), Optional.empty(), Device.State.ACTIVE, Instant.EPOCH);
        return new Admitted(new Id<>(1), device);
    }
}
