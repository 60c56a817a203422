package dev.slipway.bootloader.protocol.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveReaderTest {
    private static final ArchiveLimits LIMITS = ArchiveLimits.APPLICATION;

    @TempDir
    Path work;

    private Path target;

    @BeforeEach
    void makeTarget() throws IOException {
        target = Files.createDirectory(work.resolve("target"));
    }

    private static byte[] vector(String name) throws IOException {
        try (InputStream in = ArchiveReaderTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private Path packed(byte[] bytes) throws IOException {
        return Files.write(work.resolve("archive"), bytes);
    }

    private void refused(String code, Path archive, ArchiveLimits limits) {
        assertThatExceptionOfType(ArchiveRefused.class)
                .isThrownBy(() -> ArchiveReader.unpack(archive, target, limits))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
        assertThat(target).isEmptyDirectory();
        assertThatExceptionOfType(ArchiveRefused.class)
                .isThrownBy(() -> ArchiveReader.inspect(archive, limits))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private void refused(String code, TarBuilder tar) throws IOException {
        refused(code, tar.write(work.resolve("archive")), LIMITS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gnu.tar.gz", "pax.tar.gz", "ustar.tar.gz", "modes.zip"})
    void what_real_packers_pack_is_unpacked_with_long_names_and_the_executable_bit(String name) throws IOException {
        Path archive = packed(vector(name));
        ArchiveSummary summary = ArchiveReader.unpack(archive, target, LIMITS);
        String steps = "d".repeat(60) + "/" + "d".repeat(60);
        assertThat(target.resolve("app/" + steps + "/gr\u00fcn.txt")).hasContent("long");
        assertThat(target.resolve("app/readme")).hasContent("read me");
        assertThat(Files.isExecutable(target.resolve("app/bin/hello"))).isTrue();
        assertThat(Files.isExecutable(target.resolve("app/readme"))).isFalse();
        assertThat(summary.files()).hasSize(3);
        assertThat(summary.unpackedBytes()).isEqualTo(5 + 8 + 21);
        assertThat(ArchiveReader.inspect(archive, LIMITS)).isEqualTo(summary);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/x",
                "../x",
                "a/../../x",
                "a/..",
                "..",
                "a//x",
                "a\\x",
                "c:x",
                "a\nx",
                ".",
                "a\u007f",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/.."
            })
    void a_path_that_is_not_plain_and_relative_is_refused(String name) throws IOException {
        refused("archive.path", new TarBuilder().file("good").file(name));
    }

    @ParameterizedTest
    @ValueSource(chars = {'1', '2', '3', '4', '6', 'K'})
    void links_and_devices_are_refused(char type) throws IOException {
        refused("archive.link", new TarBuilder().file("good").entry(type, "x", new byte[0]));
    }

    @Test
    void a_link_in_a_zip_is_refused() throws IOException {
        refused("archive.link", packed(vector("link.zip")), LIMITS);
    }

    @Test
    void a_name_that_comes_twice_or_is_file_and_directory_is_refused() throws IOException {
        refused("archive.path", new TarBuilder().file("a").file("./a"));
        refused("archive.path", new TarBuilder().file("a").file("a/b"));
        refused("archive.path", new TarBuilder().file("a/b").file("a"));
        refused("archive.path", new TarBuilder().entry('5', "a", new byte[0]).entry('5', "a/", new byte[0]));
    }

    @Test
    void a_name_that_a_zip_holds_twice_or_that_leaves_the_directory_is_refused() throws IOException {
        byte[] zip = zip("aa", "bb");
        for (int i = 0; i + 1 < zip.length; i++) {
            if (zip[i] == 'b' && zip[i + 1] == 'b') {
                zip[i] = 'a';
                zip[i + 1] = 'a';
            }
        }
        refused("archive.path", packed(zip), LIMITS);
        refused("archive.path", packed(zip("../x")), LIMITS);
    }

    private static byte[] zip(String... names) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(new byte[100]);
            }
        }
        return out.toByteArray();
    }

    @Test
    void every_limit_holds_at_its_value_and_refuses_one_past_it() throws IOException {
        Path archive = new TarBuilder().file("a").file("bb/cc").write(work.resolve("archive"));
        assertThat(ArchiveReader.inspect(archive, new ArchiveLimits(2, 6, 5, 1)).unpackedBytes())
                .isEqualTo(6);
        refused("archive.bomb", archive, new ArchiveLimits(1, 6, 5, 1));
        refused("archive.bomb", archive, new ArchiveLimits(2, 5, 5, 1));
        refused("archive.path", archive, new ArchiveLimits(2, 6, 4, 1));
    }

    @Test
    void bombs_are_refused_while_they_unfold() throws IOException {
        refused("archive.bomb", new TarBuilder().entry('0', "zeros", new byte[8 << 20]));
        refused("archive.bomb", new TarBuilder().announced('0', "a", 7L << 30, new byte[0]));
        refused("archive.bomb", new TarBuilder().announced('L', "a", 1 << 20, new byte[0]));
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("zeros"));
            zip.write(new byte[8 << 20]);
        }
        refused("archive.bomb", packed(out.toByteArray()), LIMITS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gnu.tar.gz", "pax.tar.gz", "ustar.tar.gz", "modes.zip"})
    void every_truncation_is_refused(String name) throws IOException {
        Path archive = packed(vector(name));
        try (FileChannel channel = FileChannel.open(archive, StandardOpenOption.WRITE)) {
            for (long length = channel.size() - 1; length >= 0; length--) {
                channel.truncate(length);
                assertThatExceptionOfType(ArchiveRefused.class)
                        .as("the first %d bytes", length)
                        .isThrownBy(() -> ArchiveReader.inspect(archive, LIMITS))
                        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("archive.truncated"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gnu.tar.gz", "pax.tar.gz", "modes.zip"})
    void changed_bytes_are_read_or_refused_and_never_a_fault(String name) throws IOException {
        var random = new Random(42);
        int refused = 0;
        for (int run = 0; run < 300; run++) {
            byte[] bytes = vector(name);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            try {
                ArchiveReader.inspect(packed(bytes), LIMITS);
            } catch (ArchiveRefused e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(50);
    }

    @Test
    void changed_tar_blocks_are_read_or_refused_and_never_a_fault() throws IOException {
        var random = new Random(42);
        int refused = 0;
        for (int run = 0; run < 300; run++) {
            var block = new byte[512 + random.nextInt(2000)];
            random.nextBytes(block);
            byte[] header = ("30 path=" + "x".repeat(random.nextInt(30)) + "\n").getBytes(UTF_8);
            var tar = new TarBuilder()
                    .entry("xLg0".charAt(random.nextInt(4)), "n", header)
                    .raw(block);
            try {
                ArchiveReader.inspect(tar.write(work.resolve("archive")), LIMITS);
            } catch (ArchiveRefused e) {
                refused++;
            }
        }
        assertThat(refused).isEqualTo(300);
    }

    @Test
    void what_is_no_archive_is_refused() throws IOException {
        refused("archive.format", packed("hello".getBytes(UTF_8)), LIMITS);
        refused("archive.truncated", packed(new byte[0]), LIMITS);
        refused("archive.format", new TarBuilder().raw("x".repeat(512).getBytes(UTF_8)));
        refused("archive.format", new TarBuilder().entry('S', "sparse", new byte[0]));
        refused("archive.format", new TarBuilder().raw(new byte[512]).file("behind the end"));
    }

    @Test
    void only_an_empty_directory_is_unpacked_into() throws IOException {
        Files.createFile(target.resolve("mine"));
        Path archive = new TarBuilder().file("a").write(work.resolve("archive"));
        assertThatExceptionOfType(DirectoryNotEmptyException.class)
                .isThrownBy(() -> ArchiveReader.unpack(archive, target, LIMITS));
        assertThat(target.resolve("mine")).exists();
    }
}
