package dev.slipway.admin.cli.simulate;

import dev.slipway.admin.cli.simulate.World.Answer;
import java.time.Duration;
import java.util.OptionalLong;

/** Some phones at a time ask one after the other, so that the server always has something to do and never much. */
final class BackToBack {
    /** At once; enough for every core of a server, too few to be refused. */
    private static final int AT_ONCE = 16;

    private static final Duration FIRST_MAX = Duration.ofHours(2);
    /** A phone asks so often again and no more: where nobody listens nobody waits for hours. */
    private static final int AGAIN_MAX = 3;

    private static final Duration CAPACITY_TIME = Duration.ofSeconds(5);

    private BackToBack() {}

    /** Each until it was served once; this pins it to its address and brings its plan. */
    static Part first(Taking taking) {
        return new Each(
                "first contact",
                FIRST_MAX,
                (phone, answer, now) -> taking.isInsisting(phone, answer, now) && phone.failures() < AGAIN_MAX
                        ? OptionalLong.of(now + taking.patience(phone, answer))
                        : OptionalLong.empty());
    }

    /** All of them again and again for five seconds: what the server can answer. */
    static Part capacity() {
        return new Each("capacity", CAPACITY_TIME, (phone, answer, now) -> OptionalLong.of(now));
    }

    private interface Again {
        OptionalLong at(Phone phone, Answer answer, long now);
    }

    private record Each(String name, Duration length, Again again) implements Part {
        @Override
        public int atOnce() {
            return AT_ONCE;
        }

        @Override
        public boolean isBackToBack() {
            return true;
        }

        /** One after the other, by index. */
        @Override
        public OptionalLong first(int index, Phone phone) {
            return OptionalLong.of(index);
        }

        @Override
        public OptionalLong afterAnswer(Phone phone, Answer answer, long now) {
            return again.at(phone, answer, now);
        }
    }
}
