package dev.slipway.core.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.fake.SetClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who waits before work, and what the others are told. */
@Timeout(60)
class WorkLineTest {
    private final SetClock clock = new SetClock(Instant.parse("2026-11-26T10:00:00Z"));
    private final WorkLine line = new WorkLine(clock, new Random(1));
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Worker> inside = new ArrayDeque<>();

    @AfterEach
    void empty() throws InterruptedException {
        leave(inside.size());
        threads.close();
    }

    @Test
    void a_line_takes_what_is_done_within_the_time_that_somebody_may_wait() throws Exception {
        assertThat(fill()).isEqualTo(400);
        leave(1);
        assertThat(line.turnedAway()).isEmpty();
    }

    @Test
    void those_who_are_turned_away_come_back_one_after_the_other() throws Exception {
        fill();
        List<Long> told = new ArrayList<>();
        for (int caller = 0; caller < 1_600; caller++) {
            told.add(line.turnedAway().map(Duration::toSeconds).orElseThrow());
        }
        assertThat(told.getFirst()).isBetween(5L, 7L);
        assertThat(told.getLast())
                .as("1,600 more at four fifths of 200 a second")
                .isBetween(15L, 17L);
        for (long second = 7; second < 15; second++) {
            long at = second;
            assertThat(told.stream().filter(each -> each == at))
                    .as("second " + at)
                    .hasSizeBetween(120, 200);
        }
    }

    @Test
    void nobody_is_sent_away_for_more_than_an_hour() throws Exception {
        fill();
        Duration longest = Duration.ZERO;
        for (int caller = 0; caller < 700_000; caller++) {
            Duration told = line.turnedAway().orElseThrow();
            longest = told.compareTo(longest) > 0 ? told : longest;
        }
        assertThat(longest).isEqualTo(WorkLine.COME_BACK_MAX);
    }

    @Test
    void work_that_is_seen_to_be_slow_makes_the_line_short_but_never_shorter_than_a_few() throws Exception {
        for (int round = 0; round < 1_000; round++) {
            enter();
            enter();
            clock.pass(Duration.ofSeconds(1));
            leave(2);
        }
        assertThat(fill()).isEqualTo(WorkLine.LENGTH_MIN);
    }

    @Test
    void work_that_is_seen_to_be_fast_makes_it_longer() throws Exception {
        for (int round = 0; round < 1_000; round++) {
            for (int worker = 0; worker < 10; worker++) {
                enter();
            }
            clock.pass(Duration.ofMillis(10));
            leave(10);
        }
        assertThat(fill()).isGreaterThan(800);
    }

    @Test
    void one_at_a_time_says_nothing_of_how_many_could_be_done() throws Exception {
        enter();
        clock.pass(Duration.ofMinutes(1));
        leave(1);
        assertThat(fill()).isEqualTo(400);
    }

    @Test
    void work_that_fails_leaves_the_line_too() throws Exception {
        Callable<Void> failing = () -> {
            throw new IOException("no");
        };
        for (int round = 0; round < 500; round++) {
            assertThatThrownBy(() -> line.work(failing)).isInstanceOf(IOException.class);
        }
        assertThat(fill()).isEqualTo(400);
    }

    /** As many as it takes; answers how many. */
    private int fill() throws InterruptedException {
        int length = inside.size();
        while (line.turnedAway().isEmpty()) {
            enter();
            length++;
        }
        return length;
    }

    /** One more is at work when this returns. */
    private void enter() throws InterruptedException {
        var worker = new Worker(new CountDownLatch(1), new CountDownLatch(1), new CountDownLatch(1));
        threads.submit(() -> {
            line.work(worker);
            worker.gone.countDown();
            return true;
        });
        reached(worker.entered);
        inside.push(worker);
    }

    /** As many are gone when this returns. */
    private void leave(int count) throws InterruptedException {
        for (int left = 0; left < count; left++) {
            Worker worker = inside.pop();
            worker.end.countDown();
            reached(worker.gone);
        }
    }

    private static void reached(CountDownLatch point) throws InterruptedException {
        assertThat(point.await(1, TimeUnit.MINUTES)).isTrue();
    }

    /** Works until it is told to end. */
    private record Worker(CountDownLatch entered, CountDownLatch end, CountDownLatch gone)
            implements Callable<Boolean> {
        @Override
        public Boolean call() throws InterruptedException {
            entered.countDown();
            return end.await(1, TimeUnit.MINUTES);
        }
    }
}
