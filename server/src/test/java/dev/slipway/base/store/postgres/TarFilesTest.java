package dev.slipway.base.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarFilesTest {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream tar = new ByteArrayOutputStream();

    @Test
    void files_directories_links_and_modes_come_out() throws IOException {
        entry("bin/", '5', "", "");
        entry("bin/run", '0', "hello", "");
        entry("bin/again", '2', "", "run");
        unpack(tar.toByteArray());
        assertThat(directory.resolve("bin/again")).hasContent("hello").isSymbolicLink();
        assertThat(Files.isExecutable(directory.resolve("bin/run"))).isTrue();
    }

    @Test
    void a_path_that_leaves_the_directory_is_refused() {
        entry("../outside", '0', "x", "");
        assertThatThrownBy(() -> unpack(tar.toByteArray())).hasMessageContaining("leaves its directory");
        assertThat(directory.resolveSibling("outside")).doesNotExist();
    }

    @Test
    void a_link_to_anything_but_a_neighbor_is_refused() {
        entry("link", '2', "", "/etc/passwd");
        assertThatThrownBy(() -> unpack(tar.toByteArray())).hasMessageContaining("link to /etc/passwd");
    }

    @Test
    void an_unknown_entry_type_is_refused() {
        entry("device", '3', "", "");
        assertThatThrownBy(() -> unpack(tar.toByteArray())).hasMessageContaining("entry type 3");
    }

    @Test
    void a_size_past_the_limit_is_refused_before_it_is_written() {
        header("huge", '0', TarFiles.BYTES_MAX + 1, "");
        assertThatThrownBy(() -> unpack(tar.toByteArray())).hasMessageContaining("more than");
        assertThat(directory.resolve("huge")).doesNotExist();
    }

    @Test
    void as_many_entries_as_the_limit_pass_and_one_more_does_not() throws IOException {
        for (int count = 0; count < TarFiles.ENTRY_COUNT_MAX; count++) {
            header("same/", '5', 0, "");
        }
        unpack(tar.toByteArray());
        header("same/", '5', 0, "");
        assertThatThrownBy(() -> unpack(tar.toByteArray())).hasMessageContaining("entries");
    }

    @Test
    void every_cut_inside_an_entry_and_every_changed_byte_of_name_size_or_checksum_is_noticed() {
        entry("file", '0', "x".repeat(700), "");
        byte[] whole = tar.toByteArray();
        for (int length = 1; length < whole.length; length += 7) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> unpack(cut)).isInstanceOf(IOException.class);
        }
        for (int index = 0; index < 154; index++) {
            byte[] changed = whole.clone();
            changed[index] ^= 1;
            assertThatThrownBy(() -> unpack(changed)).isInstanceOf(IOException.class);
        }
    }

    private void unpack(byte[] bytes) throws IOException {
        TarFiles.unpack(new ByteArrayInputStream(bytes), directory);
    }

    private void entry(String name, char type, String content, String link) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        header(name, type, bytes.length, link);
        tar.writeBytes(Arrays.copyOf(bytes, (bytes.length + 511) / 512 * 512));
    }

    private void header(String name, char type, long size, String link) {
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 100, "0000755");
        put(header, 124, String.format(Locale.ROOT, "%011o", size));
        header[156] = (byte) type;
        put(header, 157, link);
        put(header, 257, "ustar");
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte one : header) {
            sum += one & 0xff;
        }
        put(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
        tar.writeBytes(header);
    }

    private static void put(byte[] header, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }
}
