package dev.slipway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A server that is asked to end before it serves. */
class EarlyEndJourney {
    private static final int RUNS = 5;

    /** About as long as it takes from the start of PostgreSQL to the first answer. */
    private static final int MILLISECONDS_MAX = 1_000;

    @Test
    void a_server_that_is_asked_to_end_while_it_starts_takes_its_database_with_it() throws IOException {
        var random = new Random(20261126);
        try (House house = House.open()) {
            house.stop();
            for (int run = 0; run < RUNS; run++) {
                house.begin();
                Awaitility.await()
                        .atMost(Duration.ofMinutes(1))
                        .ignoreExceptions()
                        .pollInterval(Duration.ofMillis(1 + run * random.nextInt(MILLISECONDS_MAX) / RUNS))
                        .until(() -> house.postmaster().isPresent());
                house.stop();
                assertThat(house.postmaster()).isEmpty();
            }
            house.restart();
        }
    }
}
