package dev.slipway.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What to run.
 *
 * @param devices registered
 * @param time of one load; there are {@code rounds + 1} of them for each side
 * @param rounds that are counted; starts and restarts are as many
 * @param java options of the server's virtual machine
 * @param help only tell how to use it
 */
record BenchOptions(int devices, Duration time, int rounds, List<String> java, Set<Work> works, boolean help) {
    static final String USAGE = """
            Usage: bench/run [--devices=100000] [--seconds=5] [--rounds=5] [--java=OPTIONS] [PART]...
            PART is one of %s; all of them when none is named.
            The part wap compiles a loop in C around libwbxml: apt-get install gcc libc6-dev libwbxml2-dev.
            The part relay has other proxies beside it: apt-get install haproxy sslh libnginx-mod-stream.
            """.formatted(Work.words());

    /** Bodies of so many devices are held in memory, and there must be others. */
    private static final int DEVICES_MIN = 2 * Arena.WHOLE;

    BenchOptions {
        if (devices < DEVICES_MIN || time.isZero() || rounds < 1) {
            throw new IllegalArgumentException("at least " + DEVICES_MIN + " devices, one second, one round");
        }
    }

    /** Reads the words of the command line; anything else is an {@link IllegalArgumentException}. */
    static BenchOptions of(String... words) {
        Set<Work> works = EnumSet.noneOf(Work.class);
        int devices = 100_000;
        int seconds = 5;
        int rounds = 5;
        boolean help = false;
        List<String> java = List.of("-XX:+UseParallelGC");
        for (String word : words) {
            String value = word.substring(word.indexOf('=') + 1);
            switch (word.split("=", 2)[0]) {
                case "--devices" -> devices = Integer.parseInt(value);
                case "--seconds" -> seconds = Integer.parseInt(value);
                case "--rounds" -> rounds = Integer.parseInt(value);
                case "--help" -> help = true;
                case "--java" ->
                    java = Arrays.stream(value.split(" "))
                            .filter(option -> !option.isEmpty())
                            .toList();
                default -> works.add(Work.of(word));
            }
        }
        Set<Work> chosen = works.isEmpty() ? EnumSet.allOf(Work.class) : works;
        return new BenchOptions(devices, Duration.ofSeconds(seconds), rounds, java, chosen, help);
    }

    @Override
    public String toString() {
        return "--devices=%d --seconds=%d --rounds=%d --java=\"%s\""
                .formatted(devices, time.toSeconds(), rounds, String.join(" ", java));
    }
}
