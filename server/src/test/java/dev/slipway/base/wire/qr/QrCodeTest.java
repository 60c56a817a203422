package dev.slipway.base.wire.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {
    private static final Pattern BAR = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
    private static final int SCALE = 4;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://portal.example.com/get",
                "x",
                "Grüße: ü",
                "https://p.example/i/0123456789abcdefghjkmnpqrs"
            })
    void what_was_drawn_can_be_read_again(String text) throws Exception {
        assertThat(read(QrCode.of(text))).isEqualTo(text);
    }

    @Test
    void the_longest_text_is_drawn_and_a_longer_one_is_refused() throws Exception {
        String longest = "a".repeat(QrCode.CHARACTERS_MAX);
        assertThat(read(QrCode.of(longest))).isEqualTo(longest);
        assertThatThrownBy(() -> QrCode.of(longest + "a")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> QrCode.of("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_drawing_says_what_it_is() {
        assertThat(QrCode.of("https://a.example/get").svg("The link <again>").toString())
                .startsWith("<svg ")
                .contains("role=\"img\"", "aria-label=\"The link &lt;again&gt;\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://portal.example.com/get", "x", "Gr\u00fc\u00dfe"})
    void the_picture_can_be_read_again(String text) throws Exception {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(QrPicture.png(text)));
        int side = picture.getWidth();
        int[] pixels = picture.getRGB(0, 0, side, side, new int[side * side], 0, side);

        assertThat(picture.getHeight()).isEqualTo(side);
        assertThat(decoded(pixels, side)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:3605 Key: abcdefghijklmnopqrstuvwxyz Alias: it@example.com cdzprov", "x"})
    void what_a_terminal_shows_can_be_read_again(String text) throws Exception {
        List<String> lines = QrCode.terminal(text)
                .replaceAll("\u001b\\[[0-9;]*m", "")
                .lines()
                .toList();
        int width = lines.getFirst().length();
        int side = width * SCALE;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xffffff);
        for (int row = 0; row < width; row++) {
            for (int column = 0; column < width; column++) {
                char block = lines.get(row / 2).charAt(column);
                if (block == '\u2588' || block == (row % 2 == 0 ? '\u2580' : '\u2584')) {
                    fill(pixels, side, column * SCALE, row * SCALE, SCALE);
                }
            }
        }

        assertThat(lines).allSatisfy(line -> assertThat(line).hasSize(width));
        assertThat(decoded(pixels, side)).isEqualTo(text);
    }

    private static String read(QrCode code) throws Exception {
        int side = code.modules() * SCALE;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xffffff);
        BAR.matcher(code.path()).results().forEach(bar -> draw(bar, pixels, side));
        return decoded(pixels, side);
    }

    private static String decoded(int[] pixels, int side) throws Exception {
        var source = new RGBLuminanceSource(side, side, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }

    private static void draw(MatchResult bar, int[] pixels, int side) {
        int x = Integer.parseInt(bar.group(1)) * SCALE;
        int y = Integer.parseInt(bar.group(2)) * SCALE;
        fill(pixels, side, x, y, Integer.parseInt(bar.group(3)) * SCALE);
    }

    private static void fill(int[] pixels, int side, int x, int y, int width) {
        for (int row = y; row < y + SCALE; row++) {
            Arrays.fill(pixels, row * side + x, row * side + x + width, 0);
        }
    }
}
