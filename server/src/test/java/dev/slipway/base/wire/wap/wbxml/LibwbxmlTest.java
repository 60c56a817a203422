package dev.slipway.base.wire.wap.wbxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.base.wire.wap.Documents;
import dev.slipway.base.wire.wap.ProvisioningDocument;
import dev.slipway.base.wire.wap.ProvisioningXml;
import dev.slipway.base.wire.wap.Vectors;
import dev.slipway.base.wire.xml.XmlMalformed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our bytes beside those of libwbxml: the same where they must be, fewer where they may. */
class LibwbxmlTest {
    private static final Path ENCODER = Path.of("/usr/bin/xml2wbxml");
    private static final Path DECODER = Path.of("/usr/bin/wbxml2xml");
    private static final int RANDOM_DOCUMENTS = 40;
    private static final long SEED = 6;

    static List<String> all() {
        return Vectors.ALL;
    }

    @BeforeEach
    void look() {
        assumeTrue(
                Files.isExecutable(ENCODER) && Files.isExecutable(DECODER),
                "SKIPPED: no xml2wbxml: apt-get install libwbxml2-utils");
    }

    @ParameterizedTest
    @MethodSource("all")
    void compatible_without_table_is_what_it_writes(String name) throws IOException, InterruptedException {
        assertThat(Wbxml.encodeWithoutTable(Vectors.document(name), Mode.COMPATIBLE))
                .isEqualTo(encoded(Vectors.xml(name), "-n"));
    }

    @Test
    void compatible_without_table_is_what_it_writes_of_any_document() throws IOException, InterruptedException {
        for (ProvisioningDocument document : random()) {
            assertThat(Wbxml.encodeWithoutTable(document, Mode.COMPATIBLE))
                    .as(document.toString())
                    .asHexString()
                    .isEqualTo(
                            HexFormat.of().withUpperCase().formatHex(encoded(ProvisioningXml.write(document), "-n")));
        }
    }

    @Test
    void compact_is_never_larger_and_smaller_on_most() throws IOException, InterruptedException {
        List<String> smaller = new ArrayList<>();
        for (String name : Vectors.ALL) {
            int theirs = encoded(Vectors.xml(name)).length;
            int ours = Wbxml.encode(Vectors.document(name), Mode.COMPACT).length;
            assertThat(ours).as(name).isLessThanOrEqualTo(theirs);
            if (ours < theirs) {
                smaller.add(name);
            }
        }
        assertThat(smaller).hasSizeGreaterThan(Vectors.ALL.size() / 2);
    }

    @Test
    void compact_is_never_larger_of_any_document() throws IOException, InterruptedException {
        for (ProvisioningDocument document : random()) {
            assertThat(Wbxml.encode(document, Mode.COMPACT).length)
                    .as(document.toString())
                    .isLessThanOrEqualTo(encoded(ProvisioningXml.write(document)).length);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void it_reads_what_we_write(String name) throws IOException, InterruptedException, XmlMalformed {
        ProvisioningDocument document = Vectors.document(name);
        for (Mode mode : Mode.values()) {
            String text = new String(run(Wbxml.encode(document, mode), DECODER), StandardCharsets.UTF_8);
            assertThat(ProvisioningXml.read(text).document()).isEqualTo(document);
        }
    }

    private static List<ProvisioningDocument> random() {
        List<ProvisioningDocument> documents = new ArrayList<>();
        var random = new Random(SEED);
        JqwikSession.run(() -> {
            var any = Documents.any().generator(1_000);
            while (documents.size() < RANDOM_DOCUMENTS) {
                documents.add(any.next(random).value());
            }
        });
        return documents;
    }

    private static byte[] encoded(String xml, String... options) throws IOException, InterruptedException {
        return run(xml.getBytes(StandardCharsets.UTF_8), ENCODER, options);
    }

    /** What the program makes of the bytes; a document is smaller than a pipe, so that neither side waits. */
    private static byte[] run(byte[] input, Path program, String... options) throws IOException, InterruptedException {
        List<String> command = Stream.of(List.of(program.toString()), Arrays.asList(options), List.of("-o", "-", "-"))
                .flatMap(List::stream)
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var to = process.getOutputStream()) {
            to.write(input);
        }
        byte[] output = process.getInputStream().readAllBytes();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
