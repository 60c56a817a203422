package dev.slipway.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device without any Java: the zip with its own runtime, as a person downloads, extracts and starts it. */
class OwnRuntimeJourney {
    private static final String PASSWORD = "correct horse battery";
    private static final Pattern PAGE = Pattern.compile("href=\"get/(linux-[a-z0-9]+)\"");
    private static final Path UNZIP = Path.of("/usr/bin/unzip");

    private final House house = House.shared();

    @TempDir
    Path directory;

    @Test
    void the_zip_with_its_own_runtime_logs_on_and_installs_where_no_java_is() throws Exception {
        assumeTrue(Files.isExecutable(UNZIP), "SKIPPED: no unzip: apt-get install unzip");
        Admin admin = house.admin();
        admin.user("una", PASSWORD);
        admin.publish("una-phone", "1.0", Zip.of("version.txt", "1.0"));
        admin.assign("application", "una-phone", "user:una");
        String platform = platform();
        Path zip = directory.resolve("bootloader.zip");
        try (var client = HttpClient.newHttpClient()) {
            URI file = house.portal().resolve("/get/files/slipway-bootloader-" + platform + ".zip");
            HttpResponse<Path> answer = client.send(HttpRequest.newBuilder(file).build(), BodyHandlers.ofFile(zip));
            assertThat(answer.statusCode()).isEqualTo(200);
        }
        run(List.of(UNZIP.toString(), "-q", zip.toString(), "-d", directory.toString()));

        String said =
                run(List.of("/bin/sh", "slipway-bootloader/bootloader", "--yes", "--home", "home", "--login", "una"));

        assertThat(directory.resolve("home/apps/una-phone/current/version.txt"))
                .as(said)
                .hasContent("1.0");
    }

    private String platform() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            String page = client.send(
                            HttpRequest.newBuilder(house.portal().resolve("/get"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            Matcher link = PAGE.matcher(page);
            assumeTrue(link.find(), "SKIPPED: the build linked no runtime image: its JDK has no jlink");
            return link.group(1);
        }
    }

    /** With the few tools that the launcher uses on the PATH, and nothing else. */
    private String run(List<String> line) throws IOException {
        Path tools = Files.createDirectories(directory.resolve("tools"));
        for (String tool : List.of("dirname", "head", "readlink", "sed")) {
            if (!Files.exists(tools.resolve(tool))) {
                Files.createSymbolicLink(
                        tools.resolve(tool), Path.of("/usr/bin", tool).toRealPath());
            }
        }
        var builder = new ProcessBuilder(line).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("SLIPWAY_PASSWORD", PASSWORD);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(said).isZero();
        return said;
    }
}
