package dev.slipway.door.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client that none of us wrote, where it is installed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CurlTest {
    private static final String PACKAGE = "/get/files/slipway-bootloader-linux.zip";

    private Doorway door;

    @BeforeAll
    void open(@TempDir Path directory) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "curl is not installed");
        door = new Doorway(directory);
    }

    @AfterAll
    void close() {
        if (door != null) {
            door.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"--http1.0, HTTP/1.0 200", "--http1.1, HTTP/1.1 200", "--http2, HTTP/2 200"})
    void each_version_of_http_is_spoken_over_tls(String option, String line) throws Exception {
        assertThat(curl(option, "-i", secure("/boot/v1/server"))).startsWith(line);
    }

    @ParameterizedTest
    @CsvSource({"--http1.1", "--http2"})
    void a_cut_download_is_resumed(String option) throws Exception {
        Path whole = Files.createTempFile("slipway-whole", ".zip");
        Path resumed = Files.createTempFile("slipway-resumed", ".zip");
        try {
            curl(option, "-o", whole.toString(), secure(PACKAGE));
            byte[] bytes = Files.readAllBytes(whole);
            Files.write(resumed, java.util.Arrays.copyOf(bytes, bytes.length / 3));
            curl(option, "-C", "-", "-o", resumed.toString(), secure(PACKAGE));
            assertThat(resumed).hasBinaryContent(bytes);
        } finally {
            Files.delete(whole);
            Files.delete(resumed);
        }
    }

    @Test
    void several_ranges_over_http_2_come_as_parts() throws Exception {
        assertThat(curl("--http2", "-r", "0-1,4-5", "-i", secure(PACKAGE)))
                .startsWith("HTTP/2 206")
                .containsIgnoringCase("multipart/byteranges")
                .contains("content-range: bytes 0-1/", "content-range: bytes 4-5/");
    }

    private String secure(String path) {
        return "https://localhost:" + door.secure.port() + path;
    }

    private static String curl(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("/usr/bin/curl", "-sk", "--max-time", "20"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
