package dev.slipway.bench.load;

import dev.slipway.bench.load.Load.Answers;
import dev.slipway.bench.load.Load.Latency;
import dev.slipway.bench.machine.CpuTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Two or more servers under the same load in turn, several rounds after one that is not counted. Counted is CPU time,
 * so that what else the machine does changes little; the middle of the rounds is told.
 *
 * @param script of wrk
 * @param time of one load
 */
public record Duel(Path script, Duration time, int rounds) {

    /** Somebody who bears a load, and whose CPU time counts. */
    public record Side(CpuTime cpu, Load load) {}

    /**
     * One side's figures.
     *
     * @param micros CPU time per request, the middle of the rounds
     * @param bytes received per request
     * @param latency of the middle of the rounds
     * @param total of all rounds
     */
    public record Figures(double micros, double bytes, Latency latency, Answers total) {
        /** MB (10^6 bytes) per second of CPU time. */
        public double megabytesPerCpuSecond() {
            return bytes / micros;
        }
    }

    /** Both in turn. */
    public List<Figures> between(Side ours, Side peer) throws IOException, InterruptedException {
        return among(List.of(ours, peer));
    }

    /** All in turn, round by round. */
    public List<Figures> among(List<Side> sides) throws IOException, InterruptedException {
        List<List<Round>> all =
                sides.stream().<List<Round>>map(side -> new ArrayList<>()).toList();
        for (int round = 0; round <= rounds; round++) {
            for (int side = 0; side < sides.size(); side++) {
                Round one = round(sides.get(side));
                if (round > 0) {
                    all.get(side).add(one);
                }
            }
        }
        return all.stream().map(Duel::middle).toList();
    }

    /** One alone. */
    public Figures alone(Side side) throws IOException, InterruptedException {
        List<Round> all = new ArrayList<>();
        round(side);
        for (int round = 0; round < rounds; round++) {
            all.add(round(side));
        }
        return middle(all);
    }

    private record Round(Duration cpu, Answers answers) {
        double micros() {
            return cpu.toNanos() / 1e3 / Math.max(1, answers.requests());
        }
    }

    private Round round(Side side) throws IOException, InterruptedException {
        Duration before = side.cpu().used();
        Answers answers = side.load().run(script, time);
        return new Round(side.cpu().used().minus(before), answers);
    }

    private static Figures middle(List<Round> rounds) {
        Answers total = rounds.stream().map(Round::answers).reduce(Answers.NONE, Answers::and);
        return new Figures(
                middle(rounds, Round::micros),
                (double) total.bytes() / Math.max(1, total.requests()),
                new Latency(
                        middle(rounds, round -> round.answers().latency().halfMillis()),
                        middle(rounds, round -> round.answers().latency().mostMillis())),
                total);
    }

    private static double middle(List<Round> rounds, ToDoubleFunction<Round> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
