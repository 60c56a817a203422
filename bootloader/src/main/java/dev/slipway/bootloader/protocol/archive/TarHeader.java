package dev.slipway.bootloader.protocol.archive;

import dev.slipway.bootloader.protocol.archive.ArchiveRefused.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** One header block (POSIX.1-2017 pax, "ustar Interchange Format"): fields at fixed places, numbers as octal text. */
final class TarHeader {
    static final int BLOCK = 512;
    private static final int CHECKSUM = 148;
    private static final int CHECKSUM_LENGTH = 8;

    private final byte[] block;

    TarHeader(byte[] block) {
        this.block = block;
    }

    /** Whether the block ends the archive. */
    boolean isZero() {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /** Compares the sum of all bytes, those of the checksum itself counted as blanks. */
    void requireChecksum() {
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            boolean inChecksum = i >= CHECKSUM && i < CHECKSUM + CHECKSUM_LENGTH;
            sum += inChecksum ? ' ' : block[i] & 0xff;
        }
        if (octal(CHECKSUM, CHECKSUM_LENGTH) != sum) {
            throw new ArchiveRefused(Reason.FORMAT, "a header with a wrong checksum");
        }
    }

    /** Name, with the prefix before it where the format is POSIX ustar; GNU's magic has a blank there and no prefix. */
    String name() {
        boolean ustar = "ustar".equals(text(257, 6));
        String prefix = ustar ? text(345, 155) : "";
        return prefix.isEmpty() ? text(0, 100) : prefix + "/" + text(0, 100);
    }

    char type() {
        return (char) (block[156] & 0xff);
    }

    boolean executable() {
        return (octal(100, 8) & 0100) != 0;
    }

    /** GNU's binary form, marked by the first bit, is for 8 GiB and more, which no limit allows. */
    long size() {
        if (block[124] < 0) {
            throw new ArchiveRefused(Reason.BOMB, "an entry of 8 GiB or more");
        }
        return octal(124, 12);
    }

    private long octal(int offset, int length) {
        String digits = text(offset, length).strip();
        if (digits.isEmpty()) {
            return 0;
        }
        if (!digits.matches("[0-7]{1,12}")) {
            throw new ArchiveRefused(Reason.FORMAT, "a header field that is no octal number");
        }
        return Long.parseLong(digits, 8);
    }

    private String text(int offset, int length) {
        int end = offset;
        while (end < offset + length && block[end] != 0) {
            end++;
        }
        return utf8(ByteBuffer.wrap(block, offset, end - offset));
    }

    static String utf8(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new ArchiveRefused(Reason.FORMAT, "a name that is not UTF-8: " + e.getMessage());
        }
    }
}
