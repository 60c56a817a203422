package dev.slipway.base.wire.qr;

import com.google.zxing.qrcode.encoder.ByteMatrix;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A QR code as a PNG file (PNG specification, third edition), for programs that show no vector drawings. */
public final class QrPicture {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BIT_DEPTH = 1;
    private static final int GRAYSCALE = 0;
    private static final int PIXELS_PER_MODULE = 6;
    private static final int HEADER_BYTES = 13;

    private QrPicture() {}

    /** The code of {@code text}, at most {@value QrCode#CHARACTERS_MAX} characters, dark on light. */
    public static byte[] png(String text) {
        ByteMatrix matrix = QrCode.matrix(text);
        int side = (matrix.getWidth() + 2 * QrCode.QUIET) * PIXELS_PER_MODULE;
        var file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).putInt(side).putInt(side);
        header.put((byte) BIT_DEPTH).put((byte) GRAYSCALE);
        chunk(file, "IHDR", header.array());
        chunk(file, "IDAT", deflated(rows(matrix, side)));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    /** Each row begins with its filter, none (section 7.3); a set bit is light. */
    private static byte[] rows(ByteMatrix matrix, int side) {
        int rowBytes = 1 + (side + Byte.SIZE - 1) / Byte.SIZE;
        byte[] rows = new byte[rowBytes * side];
        Arrays.fill(rows, (byte) 0xff);
        for (int y = 0; y < side; y++) {
            rows[y * rowBytes] = 0;
            for (int x = 0; x < side; x++) {
                if (isDark(matrix, x / PIXELS_PER_MODULE - QrCode.QUIET, y / PIXELS_PER_MODULE - QrCode.QUIET)) {
                    rows[y * rowBytes + 1 + x / Byte.SIZE] &= (byte) ~(0x80 >> x % Byte.SIZE);
                }
            }
        }
        return rows;
    }

    private static boolean isDark(ByteMatrix matrix, int x, int y) {
        boolean inside = x >= 0 && y >= 0 && x < matrix.getWidth() && y < matrix.getHeight();
        return inside && matrix.get(x, y) == 1;
    }

    private static byte[] deflated(byte[] bytes) {
        try (var deflater = new Deflater()) {
            deflater.setInput(bytes);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            byte[] piece = new byte[4 << 10];
            while (!deflater.finished()) {
                out.write(piece, 0, deflater.deflate(piece));
            }
            return out.toByteArray();
        }
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] bytes) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(bytes);
        file.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        file.writeBytes(name);
        file.writeBytes(bytes);
        file.writeBytes(
                ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array());
    }
}
