package dev.slipway.core.polling;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Drains a herd in steps of one second. Devices wait in lists, one for each second, linked through arrays.
 *
 * <p>Refusals are made before any work, so they come first: of A requests in a second at capacity C and refusal cost r,
 * (C - rA) / (1 - r) are answered, drawn evenly; refusals beyond C / r are dropped connections, after which a device
 * backs off by itself.
 */
public final class HerdSimulation {
    /** Eleven hours: what is not served by then never will be. */
    private static final int SECONDS_MAX = 40_000;
    /** A herd that asked so often does not drain; going on would take minutes. */
    private static final int REQUESTS_PER_DEVICE_MAX = 25;

    private static final int NONE = -1;
    private static final int CONSTANT_SECONDS = 120;
    private static final int BACKOFF_SECONDS = 15;
    /** More are not told apart. */
    private static final int REFUSALS_MAX = 12;

    private final Herd herd;
    private final RandomGenerator random;
    private final PlannedRetry planned = new PlannedRetry();
    private final int[] first = new int[SECONDS_MAX];
    private final int[] waiting = new int[SECONDS_MAX];
    private final int[] next;
    private final byte[] refusals;
    private final int[] servedBySecond = new int[SECONDS_MAX];
    private long requests;
    private long peak;

    private HerdSimulation(Herd herd, RandomGenerator random) {
        this.herd = herd;
        this.random = random;
        this.next = new int[herd.devices()];
        this.refusals = new byte[herd.devices()];
        Arrays.fill(first, NONE);
    }

    /**
     * How a herd was served.
     *
     * @param served devices that got their answer within the simulated time
     * @param doneSeconds when the last of them did, from the first request on
     * @param p99Seconds when 99 of 100 served devices had theirs
     * @param peak most requests in one second
     * @param requestsPerDevice how often a device had to ask, on average
     */
    public record Drain(long served, int doneSeconds, int p99Seconds, long peak, double requestsPerDevice) {}

    /** Runs it; equal generators give equal results. */
    public static Drain run(Herd herd, RandomGenerator random) {
        return new HerdSimulation(herd, random).run();
    }

    private Drain run() {
        for (int device = 0; device < herd.devices(); device++) {
            long second = Math.round(herd.bootSpread() * (3 + random.nextGaussian()));
            wait(device, (int) Math.max(0, second));
        }
        for (int second = 0; second < SECONDS_MAX && requests < requestsMax(); second++) {
            step(second);
        }
        return drain();
    }

    private long requestsMax() {
        return (long) REQUESTS_PER_DEVICE_MAX * herd.devices();
    }

    private void step(int second) {
        int asking = waiting[second];
        requests += asking;
        peak = Math.max(peak, asking);
        int answers = answers(asking);
        long refused = Math.min(asking - answers, (long) ((herd.capacity() - answers) / herd.refusalCost()));
        servedBySecond[second] = answers;
        int left = asking;
        for (int device = first[second]; device != NONE; ) {
            int following = next[device];
            if (random.nextInt(left--) < answers) {
                answers--;
            } else {
                again(device, second, refused-- > 0);
            }
            device = following;
        }
    }

    private int answers(int asking) {
        double cost = herd.refusalCost();
        double most = asking <= herd.capacity() ? asking : (herd.capacity() - cost * asking) / (1 - cost);
        return (int) Math.max(0, most);
    }

    private void again(int device, int second, boolean answered) {
        int doublings = refusals[device];
        refusals[device] = (byte) Math.min(doublings + 1, REFUSALS_MAX);
        wait(device, second + Math.max(1, pause(device, second, doublings, answered)));
    }

    private int pause(int device, int second, int doublings, boolean answered) {
        if (device < herd.deaf() * herd.devices()) {
            return RetryPause.DEAF_SECONDS;
        }
        return switch (herd.retry()) {
            case FIXED -> RetryPause.DEAF_SECONDS;
            case EXPONENTIAL -> RetryPause.doubled(BACKOFF_SECONDS, doublings);
            case JITTER -> random.nextInt(RetryPause.doubled(BACKOFF_SECONDS, doublings)) + 1;
            case CONSTANT -> answered ? CONSTANT_SECONDS : RetryPause.dropped(doublings, random);
            case PLANNED -> answered ? honored(second) : RetryPause.dropped(doublings, random);
        };
    }

    private int honored(int second) {
        long next = Math.min(planned.next(second, herd.capacity()), SECONDS_MAX);
        return (int) next + random.nextInt(RetryPause.DRAWN_SECONDS);
    }

    private void wait(int device, int second) {
        if (second < SECONDS_MAX) {
            next[device] = first[second];
            first[second] = device;
            waiting[second]++;
        }
    }

    private Drain drain() {
        long served = Arrays.stream(servedBySecond).asLongStream().sum();
        return new Drain(
                served, secondOf(served), secondOf(served * 99 / 100), peak, (double) requests / herd.devices());
    }

    private int secondOf(long count) {
        long sum = 0;
        int second = 0;
        while (second < SECONDS_MAX && sum + servedBySecond[second] < count) {
            sum += servedBySecond[second++];
        }
        return second + 1;
    }
}
