package dev.slipway.house;

import com.sun.source.tree.ImportTree;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One package naming a class of another, by an import or in the compiled class.
 *
 * @param from name of the package that names
 * @param type full name of the class that is named
 */
record Use(String path, long line, String from, String type) {
    /** Packages are written small, so the package of a name ends before its first capital. */
    private static final Pattern PACKAGE = Pattern.compile("[a-z0-9_]+(?:\\.[a-z0-9_]+)*(?=\\.|$)");

    private static final List<Use> OURS = findAll();

    /** Every use in main code, each once. */
    static Stream<Use> all() {
        return OURS.stream();
    }

    static Stream<Use> in(SourceFile file) {
        return file.all(ImportTree.class).map(line -> {
            var name = line.getQualifiedIdentifier().toString();
            var where = file.finding(line, "", "");
            return new Use(file.path(), where.line(), file.packageName(), name);
        });
    }

    static Stream<Use> in(CompiledClass type, SourceFile source) {
        return type.mentions().stream()
                .map(CompiledClass::outermost)
                .distinct()
                .filter(Predicate.not(name -> packageOf(name).equals(type.packageName())))
                .map(name -> new Use(type.path(), source.lineOf(simple(name)), type.packageName(), name));
    }

    String to() {
        return packageOf(type);
    }

    Finding finding(String wrong, String instead) {
        return new Finding(path, line, "%s names %s: %s".formatted(from, type, wrong), instead);
    }

    private static List<Use> findAll() {
        var sources = SourceTree.main().collect(Collectors.toMap(SourceFile::path, Function.identity()));
        var seenByImports = SourceTree.main().flatMap(Use::in);
        var seenByTheCompiler = ClassTree.all().flatMap(type -> in(type, sources.get(type.path())));
        return Stream.concat(seenByImports, seenByTheCompiler).distinct().toList();
    }

    private static String packageOf(String name) {
        var match = PACKAGE.matcher(name);
        return match.lookingAt() ? match.group() : "";
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
