package dev.slipway.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What to run.
 *
 * @param devices registered
 * @param time of one load; there are {@code rounds + 1} of them for each side
 * @param works of {@link #WORKS}
 * @param java options of the server's virtual machine
 */
record BenchOptions(int devices, Duration time, int rounds, Set<String> works, List<String> java) {
    static final List<String> WORKS = List.of("poll", "tls", "refusal", "download", "render", "memory", "start");
    static final String USAGE = """
            Usage: bench/run [--devices=100000] [--seconds=5] [--rounds=5] [--java=OPTIONS] [WORK]...
            WORK is one of poll, tls, refusal, download, render, memory, start; all of them when none is named.
            """;

    /** Reads the words of the command line; anything else is an {@link IllegalArgumentException}. */
    static BenchOptions of(String... words) {
        Set<String> works = new TreeSet<>();
        int devices = 100_000;
        int seconds = 5;
        int rounds = 5;
        List<String> java = List.of("-XX:+UseParallelGC");
        for (String word : words) {
            String value = word.substring(word.indexOf('=') + 1);
            switch (word.split("=", 2)[0]) {
                case "--devices" -> devices = Integer.parseInt(value);
                case "--seconds" -> seconds = Integer.parseInt(value);
                case "--rounds" -> rounds = Integer.parseInt(value);
                case "--java" ->
                    java = Arrays.stream(value.split(" "))
                            .filter(option -> !option.isEmpty())
                            .toList();
                default -> works.add(known(word));
            }
        }
        return new BenchOptions(
                devices, Duration.ofSeconds(seconds), rounds, works.isEmpty() ? Set.copyOf(WORKS) : works, java);
    }

    private static String known(String work) {
        if (!WORKS.contains(work)) {
            throw new IllegalArgumentException(work + " is no work\n" + USAGE);
        }
        return work;
    }
}
