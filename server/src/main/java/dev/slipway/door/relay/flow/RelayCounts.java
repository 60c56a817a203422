package dev.slipway.door.relay.flow;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** What a relay has done since its start. Safe for any thread. */
public final class RelayCounts {
    private final ConcurrentMap<String, Led> led = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, LongAdder> ended = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, LongAdder> refused = new ConcurrentHashMap<>();

    /**
     * What was led to one destination.
     *
     * @param connections made to it
     * @param requests of HTTP that it was passed
     * @param bytesUp from devices
     * @param bytesDown to devices
     * @param failures of making a connection
     * @param misdirected answers 421: the backend found a request not its own
     */
    public record Led(
            LongAdder connections,
            LongAdder requests,
            LongAdder bytesUp,
            LongAdder bytesDown,
            LongAdder failures,
            LongAdder misdirected) {
        private Led() {
            this(new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder());
        }
    }

    /** Of the destination of this name. */
    Led led(String destination) {
        return led.computeIfAbsent(destination, name -> new Led());
    }

    void ended(Ending ending) {
        ended.computeIfAbsent(ending.word(), word -> new LongAdder()).increment();
    }

    void refused(String code) {
        refused.computeIfAbsent(code, word -> new LongAdder()).increment();
    }

    /** By destination. */
    public Map<String, Led> led() {
        return Map.copyOf(led);
    }

    /** How connections ended, by the word of their {@link Ending}. */
    public Map<String, Long> endings() {
        return sums(ended);
    }

    /** What was refused, by code. */
    public Map<String, Long> refusals() {
        return sums(refused);
    }

    private static Map<String, Long> sums(Map<String, LongAdder> counts) {
        var sums = new TreeMap<String, Long>();
        counts.forEach((word, count) -> sums.put(word, count.sum()));
        return sums;
    }
}
