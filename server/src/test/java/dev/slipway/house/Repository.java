package dev.slipway.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files that git keeps: all below the root except {@code .git} and what a line of {@code .gitignore} names. */
final class Repository {
    private static final Path ROOT = findRoot();
    private static final List<Path> FILES = walk();

    private Repository() {}

    static Path root() {
        return ROOT;
    }

    /** Paths relative to the root, sorted, so that findings come in the same order on every machine. */
    static Stream<Path> files(String ending) {
        return FILES.stream().filter(file -> file.toString().endsWith(ending));
    }

    static String text(Path file, Charset charset) {
        try {
            return Files.readString(ROOT.resolve(file), charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tests run in the directory of their module, an editor may run them in the root. */
    private static Path findRoot() {
        return Stream.iterate(Path.of("").toAbsolutePath(), here -> here != null, Path::getParent)
                .filter(here -> Files.isDirectory(here.resolve("bootloader/src")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no repository around the working directory"));
    }

    private static List<Path> walk() {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new KeptFiles(ignored(), files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.stream().sorted().toList();
    }

    private static List<PathMatcher> ignored() {
        return Stream.concat(
                        Stream.of(".git"),
                        text(Path.of(".gitignore"), Charset.defaultCharset()).lines())
                .map(line -> line.strip().replaceAll("^/|/$", ""))
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(name -> ROOT.getFileSystem().getPathMatcher("glob:" + name))
                .toList();
    }

    private static final class KeptFiles extends SimpleFileVisitor<Path> {
        private final List<PathMatcher> ignored;
        private final List<Path> files;

        KeptFiles(List<PathMatcher> ignored, List<Path> files) {
            this.ignored = ignored;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return isIgnored(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !isIgnored(file)) {
                files.add(ROOT.relativize(file));
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean isIgnored(Path path) {
            return ignored.stream().anyMatch(name -> name.matches(path.getFileName()));
        }
    }
}
