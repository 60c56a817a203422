package dev.slipway.admin.cli.wap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.wire.wap.Vectors;
import dev.slipway.base.wire.wap.wbxml.Mode;
import dev.slipway.base.wire.wap.wbxml.Wbxml;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

class WapCommandsTest {
    private static final String OTA =
            "<CHARACTERISTIC-LIST><CHARACTERISTIC TYPE=\"%s\" VALUE=\"http://a/\"/>" + "</CHARACTERISTIC-LIST>";

    @TempDir
    private Path directory;

    /** What a command did. */
    private record Ran(boolean good, byte[] bytes, String err) {
        String out() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    @BeforeEach
    void write() throws IOException {
        for (String name : Vectors.ALL) {
            Files.writeString(directory.resolve(name + ".xml"), Vectors.xml(name));
        }
        Files.write(directory.resolve("dna_1.wbxml"), Vectors.bytes("dna_1"));
        Files.writeString(directory.resolve("settings.xml"), OTA.formatted("URL"));
    }

    @Test
    void a_clean_document_is_good_and_nothing_is_said() {
        assertThat(run("lint", file("dna_1.xml")).good()).isTrue();
        assertThat(run("lint", file("dna_1.wbxml")).out()).isEmpty();
    }

    @Test
    void lint_tells_line_path_and_code() {
        Ran ran = run("lint", file("minimal-gprs.xml"));

        assertThat(ran.good()).isFalse();
        assertThat(ran.out())
                .isEqualToNormalizingNewlines("%s:4: error: NAPDEF[1]/NAME: %s (wap.parm-missing)%n"
                        .formatted(file("minimal-gprs.xml"), "This parm is needed, and it is missing; add it."));
    }

    @Test
    void a_warning_alone_is_good() {
        assertThat(run("lint", file("operator-full.xml")).good()).isTrue();
    }

    @Test
    void encode_and_decode_lead_back_to_the_document() throws IOException {
        String encoded = file("encoded");
        Ran ran = run("encode", "--mode", "compact", "-o", encoded, file("operator-full.xml"));
        String text = run("decode", encoded).out();
        Files.writeString(directory.resolve("decoded.xml"), text);

        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).isEqualToNormalizingNewlines("%d bytes\n".formatted(Files.size(Path.of(encoded))));
        assertThat(run("encode", file("decoded.xml")).bytes())
                .isEqualTo(Wbxml.encode(Vectors.document("operator-full"), Mode.COMPATIBLE));
    }

    @Test
    void standard_input_and_output_are_a_dash() {
        Ran ran = run(Vectors.bytes("moi_1"), "encode", "--no-string-table", "-o", "-", "-");

        assertThat(ran.bytes()).isEqualTo(Wbxml.encodeWithoutTable(Vectors.document("moi_1"), Mode.COMPATIBLE));
    }

    @Test
    void bytes_are_signed_as_they_came() {
        String sec = run("sign", "--sec", "userpin", "--pin", "123456", file("dna_1.wbxml"))
                .out();
        String anew = run("sign", "--sec", "userpin", "--pin", "123456", "--mode", "compatible", file("dna_1.wbxml"))
                .out();

        assertThat(sec).startsWith("sec  1 (USERPIN)").contains("mac  ");
        assertThat(anew).isNotEqualTo(sec);
    }

    @Test
    void the_mac_is_that_of_others_and_a_short_pin_is_warned_of() {
        Ran ran = run("sign", "--sec", "userpin", "--pin", "1234", "--no-string-table", file("minimal-gprs.xml"));

        assertThat(ran.out())
                .contains("mac  A509FBB9B47F7F2C9BBF759BE8384FA99B08101B")
                .doesNotContain("pin");
        assertThat(ran.err()).contains("(wap.pin-short)");
        assertThat(run(
                                "sign",
                                "--sec",
                                "netwpin",
                                "--imsi",
                                "466923103145252",
                                "--no-string-table",
                                file("minimal-gprs.xml"))
                        .out())
                .contains("sec  0 (NETWPIN)", "mac  5F5E74292400E96B647100EE1EEFF2D8A830340E");
    }

    @ParameterizedTest
    @CsvSource({"userpin, 6", "usernetwpin, 6", "userpinmac, 10"})
    void a_pin_that_is_not_given_is_made_and_told(String method, int digits) {
        assertThat(run("sign", "--sec", method, "--imsi", "466923103145252", file("dna_1.xml"))
                        .out())
                .containsPattern("(?m)^pin {2}[0-9]{%d}$".formatted(digits));
    }

    @Test
    void a_push_is_printed_whole_in_messages_and_for_a_modem() {
        String[] signed = {"push", "--sec", "userpin", "--pin", "1234", "--reference", "1", file("example-mobile.xml")};
        List<String> segments = Vectors.lines("example-mobile.segments.hex");

        assertThat(run(with(signed, "--segments")).out().lines()).isEqualTo(segments);
        assertThat(run(with(signed, "--to", "+15550100")).out().lines())
                .isEqualTo(segments.stream()
                        .map(hex -> "41000891515510" + "000004%02x".formatted(hex.length() / 2) + hex)
                        .toList());
        assertThat(run(signed).out().strip())
                .isEqualTo(String.join(
                        "", segments.stream().map(hex -> hex.substring(24)).toList()));
        assertThat(run(with(signed, "--price", "0.07")).err())
                .contains("267 bytes in 3 messages of at most 140 octets; 117 more would fit", "price 0.21");
    }

    @Test
    void a_wide_reference_costs_an_octet_a_message() {
        assertThat(run("push", "--segments", "--wide-reference", "--reference", "4660", file("example-mobile.xml"))
                        .out()
                        .lines())
                .allMatch(hex -> hex.startsWith("0c05040b8423f008041234"));
    }

    @Test
    void an_unsigned_push_is_warned_of() {
        Ran ran = run("push", "--no-string-table", file("minimal-gprs.xml"));

        assertThat(ran.out().strip()).isEqualTo("010601b6" + HexFormat.of().formatHex(Vectors.bytes("minimal-gprs")));
        assertThat(ran.err()).contains("(wap.unsigned)");
    }

    @Test
    void older_settings_go_to_their_own_port_unsigned() {
        Ran ran = run("push", "--segments", file("settings.xml"));

        assertThat(ran.out()).startsWith("060504c34fc002").contains("01062c1f2a");
        assertThat(ran.err()).doesNotContain("wap.unsigned");
        assertThat(run("encode", file("settings.xml")).bytes()).startsWith(1, 1, 0x6A, 0, 0x45);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lint gone.xml                                        | wap.no-file",
                "lint settings.xml                                    | wap.ota",
                "sign --sec userpin settings.xml                      | wap.ota",
                "sign --sec mypin dna_1.xml                           | wap.argument",
                "sign --sec userpin --pin 12ab dna_1.xml              | wap.argument",
                "sign --sec netwpin dna_1.xml                         | wap.argument",
                "sign --sec netwpin --imsi 12 dna_1.xml               | wap.argument",
                "sign --sec userpinmac --pin 1234 dna_1.xml           | wap.argument",
                "push --sec userpin settings.xml                      | wap.argument",
                "push --to me dna_1.xml                               | wap.argument",
                "push --port 65536 dna_1.xml                          | wap.argument",
                "push --reference 256 dna_1.xml                       | wap.argument",
                "push --price much dna_1.xml                          | wap.argument",
                "encode --mode tiny dna_1.xml                         | wap.argument",
                "encode -o gone/there dna_1.xml                       | wap.not-written"
            })
    void what_is_wrong_is_refused_with_its_code(String words, String code) {
        String[] all = Stream.of(words.split(" +"))
                .map(word -> word.endsWith("xml") || word.startsWith("gone") ? file(word) : word)
                .toArray(String[]::new);

        assertThatThrownBy(() -> run(all)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "<a/>", "<wap-provisioningdoc>"})
    void what_is_no_document_is_refused(String text) {
        assertThatThrownBy(() -> run(text.getBytes(StandardCharsets.UTF_8), "decode", "-"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("wap.malformed: The file - is no document: line 1: ");
    }

    @Test
    void other_bytes_are_refused() {
        assertThatThrownBy(() -> run(new byte[] {3, 11}, "decode", "-"))
                .hasMessageContaining("wap.malformed: The file - is no document: at byte 2: expected a character set");
        assertThatThrownBy(() -> run(new byte[] {'<', (byte) 0xFF}, "decode", "-"))
                .hasMessageContaining("wap.not-utf-8");
        assertThatThrownBy(() -> run(new byte[(1 << 20) + 1], "decode", "-")).hasMessageContaining("wap.too-long");
    }

    @Test
    void settings_of_an_unknown_type_are_refused() {
        assertThatThrownBy(() -> run(OTA.formatted("FAX").getBytes(StandardCharsets.UTF_8), "encode", "-"))
                .hasMessageContaining("wap.ota-type");
    }

    @Test
    void a_document_for_more_than_255_messages_is_refused() {
        String parm = "<parm name=\"NAME\" value=\"%s\"/>";
        String text = "<wap-provisioningdoc><characteristic type=\"NAPDEF\">"
                + new Random(1)
                        .ints(3_000)
                        .mapToObj(number -> parm.formatted(number + "-" + number * 7))
                        .reduce("", String::concat)
                + "</characteristic></wap-provisioningdoc>";

        assertThatThrownBy(() -> run(text.getBytes(StandardCharsets.UTF_8), "push", "-"))
                .hasMessageContaining("wap.too-long");
    }

    private static String[] with(String[] words, String... more) {
        return Stream.of(List.of(words).subList(0, words.length - 1), List.of(more), List.of(words[words.length - 1]))
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    private static Ran run(String... words) {
        return run(new byte[0], words);
    }

    private static Ran run(byte[] in, String... words) {
        ParseResult command =
                new CommandLine(WapCommands.spec()).parseArgs(words).subcommand();
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var call = new Call(
                command,
                new ByteArrayInputStream(in),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new Random(1));
        boolean good = ((WapCommands.Action) command.commandSpec().userObject()).run(call);
        return new Ran(good, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }
}
