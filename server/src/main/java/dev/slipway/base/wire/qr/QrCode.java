package dev.slipway.base.wire.qr;

import static dev.slipway.base.wire.html.Tag.tag;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import dev.slipway.base.wire.html.Html;
import java.util.Map;

/**
 * A QR code of error level M.
 *
 * @param modules on each side, quiet zone included
 * @param path the dark modules, in the path language of SVG
 */
public record QrCode(int modules, String path) {
    /** Longer links make codes that old cameras cannot read; the format itself holds 2,331 bytes at this level. */
    public static final int CHARACTERS_MAX = 1024;

    /** ISO/IEC 18004, section 6.3.8: four light modules on each side. */
    static final int QUIET = 4;

    private static final String DARK_ON_LIGHT = "\u001b[30;107m";
    private static final String USUAL = "\u001b[0m";

    /** Neither module dark, the upper, the lower, both. */
    private static final String BLOCKS = " \u2580\u2584\u2588";

    /** The code of {@code text}, read as UTF-8; at most {@value #CHARACTERS_MAX} characters. */
    public static QrCode of(String text) {
        ByteMatrix matrix = matrix(text);
        return new QrCode(matrix.getWidth() + 2 * QUIET, path(matrix));
    }

    /** The modules without a quiet zone; 1 is dark. */
    static ByteMatrix matrix(String text) {
        if (text.isEmpty() || text.length() > CHARACTERS_MAX) {
            throw new IllegalArgumentException("a code holds 1 to " + CHARACTERS_MAX + " characters");
        }
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too much for a code: " + text.length() + " characters", e);
        }
    }

    /**
     * The code for a terminal: two rows of modules in each line of half blocks, in colors of its own (ECMA-48, section
     * 8.3.117), so that it is dark on light everywhere.
     */
    public static String terminal(String text) {
        ByteMatrix matrix = matrix(text);
        int side = matrix.getWidth() + 2 * QUIET;
        var drawn = new StringBuilder();
        for (int y = 0; y < side; y += 2) {
            drawn.append(DARK_ON_LIGHT);
            for (int x = 0; x < side; x++) {
                drawn.append(BLOCKS.charAt((isDark(matrix, x, y) ? 1 : 0) + (isDark(matrix, x, y + 1) ? 2 : 0)));
            }
            drawn.append(USUAL).append('\n');
        }
        return drawn.toString();
    }

    private static boolean isDark(ByteMatrix matrix, int x, int y) {
        int column = x - QUIET;
        int row = y - QUIET;
        int side = matrix.getWidth();
        return column >= 0 && row >= 0 && column < side && row < side && matrix.get(column, row) == 1;
    }

    /** The drawing, dark on light in either theme, with {@code label} for who cannot see it. */
    public Html svg(String label) {
        String side = Integer.toString(modules);
        return tag("svg")
                .with("xmlns", "http://www.w3.org/2000/svg")
                .with("viewBox", "0 0 " + side + " " + side)
                .with("role", "img")
                .with("aria-label", label)
                .with("shape-rendering", "crispEdges")
                .of(
                        tag("rect")
                                .with("width", side)
                                .with("height", side)
                                .with("fill", "#fff")
                                .of(),
                        tag("path").with("d", path).with("fill", "#000").of());
    }

    /** One horizontal bar per run of dark modules. */
    private static String path(ByteMatrix matrix) {
        var path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                int start = x;
                while (x < matrix.getWidth() && matrix.get(x, y) == 1) {
                    x++;
                }
                if (x > start) {
                    path.append('M').append(start + QUIET).append(' ').append(y + QUIET);
                    path.append('h')
                            .append(x - start)
                            .append("v1h-")
                            .append(x - start)
                            .append('z');
                }
            }
        }
        return path.toString();
    }
}
