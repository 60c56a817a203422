package dev.slipway.bench;

import dev.slipway.bench.Load.Answers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Two servers under the same load in turn, several rounds after one that is not counted. Counted is CPU time, so that
 * what else the machine does changes little; the middle of the rounds is told.
 *
 * @param script of wrk
 * @param time of one load
 */
record Duel(Path script, Duration time, int rounds) {

    /** Somebody who bears a load, and whose CPU time counts. */
    record Side(CpuTime cpu, Load load) {}

    /**
     * One side's figures.
     *
     * @param micros CPU time per request, the middle of the rounds
     * @param bytes received per request
     * @param total of all rounds
     */
    record Figures(double micros, double bytes, Answers total) {
        /** MB (10^6 bytes) per second of CPU time. */
        double megabytesPerCpuSecond() {
            return bytes / micros;
        }
    }

    /** Both in turn. */
    List<Figures> between(Side ours, Side peer) throws IOException, InterruptedException {
        List<List<Round>> all = List.of(new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round <= rounds; round++) {
            Round first = round(ours);
            Round second = round(peer);
            if (round > 0) {
                all.getFirst().add(first);
                all.getLast().add(second);
            }
        }
        return all.stream().map(Duel::middle).toList();
    }

    /** One alone. */
    Figures alone(Side side) throws IOException, InterruptedException {
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
        List<Double> micros = new ArrayList<>(rounds.stream().map(Round::micros).toList());
        Collections.sort(micros);
        Answers total = rounds.stream()
                .map(Round::answers)
                .reduce(
                        new Answers(0, 0, 0, 0),
                        (a, b) -> new Answers(
                                a.requests() + b.requests(),
                                a.bytes() + b.bytes(),
                                a.refused() + b.refused(),
                                a.broken() + b.broken()));
        double bytes = (double) total.bytes() / Math.max(1, total.requests());
        return new Figures(micros.get(micros.size() / 2), bytes, total);
    }
}
