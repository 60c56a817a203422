package dev.slipway.admin.cli.simulate;

import dev.slipway.admin.cli.simulate.World.Answer;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Phones ask by turns, evenly, whatever they are answered: an open load.
 *
 * @param times the capacity, for the name
 * @param perSecond requests of all phones
 */
record Overload(double times, double perSecond, int phones) implements Part {
    private static final Duration LENGTH = Duration.ofSeconds(15);

    private static final double NANOS = 1e9;

    @Override
    public String name() {
        return "%sx load".formatted(times == Math.rint(times) ? Long.toString((long) times) : Double.toString(times));
    }

    @Override
    public Duration length() {
        return LENGTH;
    }

    @Override
    public OptionalLong first(int index, Phone phone) {
        return OptionalLong.of((long) (index / perSecond * NANOS));
    }

    @Override
    public OptionalLong afterAsking(Phone phone, long due) {
        return OptionalLong.of(due + Math.max(1, (long) (phones / perSecond * NANOS)));
    }

    @Override
    public OptionalLong afterAnswer(Phone phone, Answer answer, long now) {
        return OptionalLong.empty();
    }
}
