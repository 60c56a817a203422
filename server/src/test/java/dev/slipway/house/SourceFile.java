package dev.slipway.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One parsed source file.
 *
 * @param path below the root of the repository, with forward slashes
 * @param nodes every node of the syntax tree in the order of the text
 */
record SourceFile(String path, String text, CompilationUnitTree unit, SourcePositions positions, List<Tree> nodes) {
    /** Strings come first, so that what looks like a comment inside one is not taken for a comment. */
    private static final Pattern STRING_OR_COMMENT =
            Pattern.compile("(?s)\"\"\".*?(?<!\\\\)\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\n])*+'"
                    + "|(?<comment>//[^\n]*|/\\*.*?\\*/)");

    /** A comment with its marks. */
    record Comment(long line, String text) {}

    static SourceFile of(String path, String text, CompilationUnitTree unit, SourcePositions positions) {
        List<Tree> nodes = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void scan(Tree node, Void nothing) {
                if (node != null) {
                    nodes.add(node);
                }
                return super.scan(node, nothing);
            }
        }.scan(unit, null);
        return new SourceFile(path, text, unit, positions, List.copyOf(nodes));
    }

    String module() {
        return path.substring(0, path.indexOf('/'));
    }

    boolean isMain() {
        return path.contains("/src/main/java/");
    }

    boolean isPackageInfo() {
        return path.endsWith("/package-info.java");
    }

    String packageName() {
        return Optional.ofNullable(unit.getPackageName()).map(Tree::toString).orElse("");
    }

    /** All nodes of one kind, nested ones too. */
    <T extends Tree> Stream<T> all(Class<T> kind) {
        return nodes.stream().filter(kind::isInstance).map(kind::cast);
    }

    Stream<ClassTree> topLevelTypes() {
        return unit.getTypeDecls().stream().filter(ClassTree.class::isInstance).map(ClassTree.class::cast);
    }

    Stream<Comment> comments() {
        return STRING_OR_COMMENT
                .matcher(text)
                .results()
                .filter(match -> match.group("comment") != null)
                .map(match -> new Comment(unit.getLineMap().getLineNumber(match.start()), match.group()));
    }

    /** Lines from the first to the last character of the node, both counted. */
    long lines(Tree node) {
        return line(positions.getEndPosition(unit, node)) - line(positions.getStartPosition(unit, node)) + 1;
    }

    /** The first line that holds the word, or 1. */
    long lineOf(String word) {
        var match = Pattern.compile("\\b" + Pattern.quote(word) + "\\b").matcher(text);
        return match.find() ? line(match.start()) : 1;
    }

    Finding finding(Tree where, String wrong, String instead) {
        return new Finding(path, line(positions.getStartPosition(unit, where)), wrong, instead);
    }

    Finding finding(String wrong, String instead) {
        return new Finding(path, 1, wrong, instead);
    }

    private long line(long position) {
        return unit.getLineMap().getLineNumber(position);
    }
}
