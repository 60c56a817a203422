package dev.slipway.base.wire.wap.push;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The messages that carry one push: what they cost is their number.
 *
 * @param segments in order
 * @param free octets that the last one could still hold
 */
public record SegmentPlan(List<ShortMessage> segments, int free) {
    public SegmentPlan {
        segments = List.copyOf(segments);
    }

    /**
     * How parts of one long message find each other.
     *
     * @param number differs from those of other messages on their way to the same phone
     * @param wide whether it has 16 bits, for which each part pays an octet
     */
    public record Reference(int number, boolean wide) {}

    /**
     * Cuts the push.
     *
     * @throws IllegalArgumentException it is longer than {@link #bytesMax}
     */
    public static SegmentPlan of(PushPdu push, Ports ports, Reference reference) {
        byte[] bytes = push.toArray();
        int alone = ShortMessage.BYTES_MAX - ShortMessage.headerSize(true, Optional.empty());
        if (bytes.length <= alone) {
            var only = new ShortMessage(Optional.of(ports), Optional.empty(), bytes);
            return new SegmentPlan(List.of(only), alone - bytes.length);
        }
        int room = roomInPart(reference.wide());
        int total = (bytes.length + room - 1) / room;
        List<ShortMessage> segments = new ArrayList<>();
        for (int index = 0; index < total; index++) {
            byte[] piece = Arrays.copyOfRange(bytes, index * room, Math.min(bytes.length, (index + 1) * room));
            var part = new Part(reference.number(), reference.wide(), total, index + 1);
            segments.add(new ShortMessage(Optional.of(ports), Optional.of(part), piece));
        }
        return new SegmentPlan(segments, total * room - bytes.length);
    }

    /** The longest push that can be cut so. */
    public static int bytesMax(Reference reference) {
        return Part.TOTAL_MAX * roomInPart(reference.wide());
    }

    private static int roomInPart(boolean wide) {
        return ShortMessage.BYTES_MAX - ShortMessage.headerSize(true, Optional.of(new Part(0, wide, 1, 1)));
    }
}
