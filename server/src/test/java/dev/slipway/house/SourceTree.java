package dev.slipway.house;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** All Java files of the repository, parsed once by the compiler and shared by the tests. */
final class SourceTree {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final StandardJavaFileManager NO_FILES =
            COMPILER.getStandardFileManager(null, null, StandardCharsets.UTF_8);

    private static final List<SourceFile> OURS = parse(Repository.files(".java")
            .map(path -> new Text(path.toString().replace('\\', '/'), Repository.text(path, StandardCharsets.UTF_8)))
            .toList());

    private SourceTree() {}

    /** Main, tests and examples of every module. */
    static Stream<SourceFile> all() {
        return OURS.stream();
    }

    static Stream<SourceFile> main() {
        return all().filter(SourceFile::isMain);
    }

    /** A file that exists only in a test. Its package is taken from the path and stands where the language wants it. */
    static SourceFile sample(String path, String text) {
        var directory = path.substring(path.indexOf("/java/") + "/java/".length(), path.lastIndexOf('/'));
        var home = "package " + directory.replace('/', '.') + ";";
        var whole = path.endsWith("/package-info.java") ? text + "\n" + home : home + "\n" + text;
        return parse(List.of(new Text(path, whole))).getFirst();
    }

    private static List<SourceFile> parse(List<Text> texts) {
        var complaints = new DiagnosticCollector<JavaFileObject>();
        var task = (JavacTask) COMPILER.getTask(null, NO_FILES, complaints, List.of("-proc:none"), null, texts);
        var positions = Trees.instance(task).getSourcePositions();
        List<SourceFile> files = new ArrayList<>();
        try {
            for (var unit : task.parse()) {
                var path = unit.getSourceFile().toUri().getPath().substring(1);
                var text = unit.getSourceFile().getCharContent(true).toString();
                files.add(SourceFile.of(path, text, unit, positions));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!complaints.getDiagnostics().isEmpty()) {
            throw new IllegalArgumentException(complaints.getDiagnostics().toString());
        }
        return List.copyOf(files);
    }

    /** A source text in memory, as the compiler wants it. */
    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String path, String text) {
            super(URI.create("text:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
