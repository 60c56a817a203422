package dev.slipway.core.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.identity.Tokens;
import dev.slipway.core.enroll.roster.Roster;
import dev.slipway.core.enroll.roster.RosterRow;
import dev.slipway.fake.Refusals;
import dev.slipway.fake.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrangersTest {
    private static final Bytes STRANGER = Tokens.sha256("stranger");
    private static final Bytes KNOWN = Tokens.sha256("known");

    private final SetClock clock = new SetClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final Roster roster = new Roster();
    private final Strangers strangers = new Strangers(roster, clock);

    private void crowd(int askers) {
        for (int i = 0; i < askers; i++) {
            strangers.lookUp(STRANGER);
        }
    }

    @Test
    void as_many_as_the_limit_are_looked_up_and_the_next_is_told_when_to_come_back() {
        crowd(Strangers.LOOKUPS_PER_SECOND);
        Refusal refusal = Refusals.of(() -> strangers.lookUp(STRANGER));
        assertThat(refusal.code()).isEqualTo("device.too-many-unknown");
        assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(2));
    }

    @Test
    void a_new_second_brings_new_look_ups() {
        crowd(Strangers.LOOKUPS_PER_SECOND);
        assertThat(strangers.turnedAway()).isPresent();
        clock.pass(Duration.ofSeconds(1));
        assertThat(strangers.turnedAway()).isEmpty();
        crowd(Strangers.LOOKUPS_PER_SECOND);
    }

    @Test
    void the_more_were_turned_away_the_later_the_next_may_come_back_but_within_a_minute() {
        crowd(Strangers.LOOKUPS_PER_SECOND);
        Duration last = Duration.ZERO;
        for (int i = 0; i < 5 * Strangers.LOOKUPS_PER_SECOND; i++) {
            last = strangers.turnedAway().orElseThrow();
        }
        assertThat(last).isEqualTo(Duration.ofSeconds(7));
        for (int i = 0; i < 100 * Strangers.LOOKUPS_PER_SECOND; i++) {
            last = strangers.turnedAway().orElseThrow();
        }
        assertThat(last).isEqualTo(Strangers.WAIT_MAX);
    }

    @Test
    void a_device_of_the_roster_never_waits() {
        roster.put(new RosterRow(
                new Id<>(1),
                RosterRow.Token.of(KNOWN.toArray()),
                RosterRow.Address.NONE,
                new RosterRow.Place(2, 3, 0, List.of()),
                RosterRow.Held.NONE,
                true));
        crowd(Strangers.LOOKUPS_PER_SECOND);
        for (int i = 0; i < 10 * Strangers.LOOKUPS_PER_SECOND; i++) {
            strangers.lookUp(KNOWN);
        }
        assertThat(Refusals.of(() -> strangers.lookUp(STRANGER)).code()).isEqualTo("device.too-many-unknown");
    }
}
