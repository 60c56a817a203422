package dev.slipway.bootloader.protocol.archive;

/**
 * How much of an archive is unpacked.
 *
 * @param entries files and directories together
 * @param unpackedBytes of all files together
 * @param pathBytes of one path in UTF-8
 * @param ratio unpacked bytes for each byte of the archive, after the first {@link #RATIO_FREE_BYTES}
 */
public record ArchiveLimits(int entries, long unpackedBytes, int pathBytes, int ratio) {
    /** What any application may have; deflate reaches about 1,000 on zeros, programs and texts stay below 20. */
    public static final ArchiveLimits APPLICATION = new ArchiveLimits(100_000, 4L << 30, 1024, 200);
    /** Small archives of small files compress well and harm nobody. */
    public static final long RATIO_FREE_BYTES = 1 << 20;

    public ArchiveLimits {
        if (entries < 0 || unpackedBytes < 0 || pathBytes < 1 || ratio < 1) {
            throw new IllegalArgumentException("a limit below its least useful value");
        }
    }

    /** The unpacked bytes that an archive of {@code packedBytes} may have. */
    long unpackedBytesOf(long packedBytes) {
        return Math.min(unpackedBytes, RATIO_FREE_BYTES + packedBytes * ratio);
    }
}
