package dev.slipway.bench;

import dev.slipway.bench.machine.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Something to publish. */
final class Archive {
    private Archive() {}

    /** {@code NAME.tar.gz} beside the new directory {@code name}, with one file of this content. */
    static Path of(Path name, byte[] content) throws IOException, InterruptedException {
        Files.write(Files.createDirectories(name).resolve("content.bin"), content);
        Path archive = name.resolveSibling(name.getFileName() + ".tar.gz");
        List<String> words = List.of("tar", "-czf", archive.toString(), "-C", name.toString(), "content.bin");
        new Command(words, Map.of()).output();
        return archive;
    }
}
