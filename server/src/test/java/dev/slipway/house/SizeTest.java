package dev.slipway.house;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/** STYLE rules 7, 14 and 15: fixed sizes, and packages that keep most of their types to themselves. */
class SizeTest {
    private static final int FILE_LINES_MAX = 500;
    private static final int FILE_LINES_MEDIAN_MAX = 80;
    private static final int FILE_LINES_P95_MAX = 250;
    private static final int METHOD_LINES_MAX = 50;
    private static final int METHOD_LINES_P90_MAX = 12;
    private static final int PARAMETER_COUNT_MAX = 5;
    private static final int COMPONENT_COUNT_MAX = 6;
    private static final int PACKAGE_FILE_COUNT_MAX = 25;
    private static final int LINE_LENGTH_MAX = 120;

    /** Below these counts a percentile or a share says nothing. */
    private static final int FILE_COUNT_MIN = 20;

    private static final int TYPE_COUNT_MIN = 10;

    private static final List<String> VOCABULARIES =
            List.of("dev.slipway.base.fleet", "dev.slipway.base.wire", "dev.slipway.bootloader.protocol");

    private static final String SPLIT = "split it by what changes together";

    @Test
    void no_file_is_longer_than_500_lines() {
        assertThat(SourceTree.all().flatMap(SizeTest::longFile)).isEmpty();
    }

    @Test
    void a_file_of_501_lines_is_found() {
        assertThat(longFile(sample("\n".repeat(498) + "class A {}"))).isEmpty();
        assertThat(longFile(sample("\n".repeat(499) + "class A {}"))).hasSize(1);
    }

    @Test
    void no_line_is_longer_than_120_characters() {
        assertThat(SourceTree.all().flatMap(SizeTest::longLines)).isEmpty();
    }

    @Test
    void a_line_of_121_characters_is_found() {
        assertThat(longLines(sample("//" + "x".repeat(118)))).isEmpty();
        assertThat(longLines(sample("//" + "x".repeat(119)))).hasSize(1);
    }

    @Test
    void most_files_are_short() {
        assertThat(byModule().flatMap(SizeTest::longModule)).isEmpty();
    }

    @Test
    void a_module_of_long_files_is_found() {
        var small = sample("class A {}");
        var middle = sample("\n".repeat(90) + "class A {}");
        var large = sample("\n".repeat(260) + "class A {}");

        assertThat(longModule(times(20, small))).isEmpty();
        assertThat(longModule(times(19, large))).as("too few to judge").isEmpty();
        assertThat(longModule(times(20, middle))).extracting(Finding::wrong).containsExactly("median 92 lines");
        assertThat(longModule(join(times(18, small), times(2, large))))
                .extracting(Finding::wrong)
                .containsExactly("p95 262 lines");
    }

    @Test
    void no_method_is_longer_than_50_lines() {
        assertThat(SourceTree.all().flatMap(SizeTest::longMethods)).isEmpty();
    }

    @Test
    void a_method_of_51_lines_is_found() {
        assertThat(longMethods(sample("class A { void a() {" + "\n".repeat(49) + "} }")))
                .isEmpty();
        assertThat(longMethods(sample("class A { void a() {" + "\n".repeat(50) + "} }")))
                .hasSize(1);
    }

    @Test
    void most_methods_are_short() {
        assertThat(byModule().filter(files -> !isBench(files)).flatMap(SizeTest::longMethodsOnTheWhole))
                .isEmpty();
    }

    @Test
    void a_module_of_long_methods_is_found() {
        var small = sample("class A { void a() {} }");
        var large = sample("class A { void a() {" + "\n".repeat(14) + "} }");

        assertThat(longMethodsOnTheWhole(join(times(18, small), times(2, large))))
                .isEmpty();
        assertThat(longMethodsOnTheWhole(join(times(17, small), times(3, large))))
                .hasSize(1);
    }

    @Test
    void nothing_takes_too_many_values() {
        assertThat(SourceTree.all().flatMap(SizeTest::manyValues)).isEmpty();
    }

    @Test
    void six_parameters_and_seven_components_are_found() {
        assertThat(manyValues(sample("class A { void a(int a, int b, int c, int d, int e) {} }")))
                .isEmpty();
        assertThat(manyValues(sample("class A { void a(int a, int b, int c, int d, int e, int f) {} }")))
                .hasSize(1);
        assertThat(manyValues(sample("record A(int a, int b, int c, int d, int e, int f) {"
                        + " A(int a, int b, int c, int d, int e, int f) {} static int count; }")))
                .isEmpty();
        assertThat(manyValues(sample("record A(int a, int b, int c, int d, int e, int f, int g) {}")))
                .hasSize(1);
    }

    @Test
    void no_package_has_more_than_25_files() {
        assertThat(fullPackages(SourceTree.main())).isEmpty();
    }

    @Test
    void a_package_of_26_files_is_found() {
        assertThat(fullPackages(times(25, sample("class A {}")).stream())).isEmpty();
        assertThat(fullPackages(times(26, sample("class A {}")).stream())).hasSize(1);
    }

    @Test
    void at_most_half_of_the_types_are_public() {
        assertThat(byModule().flatMap(SizeTest::openModule)).isEmpty();
    }

    @Test
    void a_module_with_more_public_types_is_found() {
        var open = sample("public class A {}");
        var closed = sample("class A {}");

        assertThat(openModule(times(9, open))).as("too few to judge").isEmpty();
        assertThat(openModule(join(times(5, open), times(5, closed)))).isEmpty();
        assertThat(openModule(join(times(6, open), times(5, closed)))).hasSize(1);
        assertThat(openModule(times(10, SourceTree.sample(FLEET, "public class A {}"))))
                .as("a vocabulary is public")
                .isEmpty();
    }

    private static Stream<Finding> longFile(SourceFile file) {
        return when(lineCount(file) > FILE_LINES_MAX, file.finding(lineCount(file) + " lines", SPLIT));
    }

    private static Stream<Finding> longLines(SourceFile file) {
        var lines = file.text().lines().toList();
        return IntStream.range(0, lines.size())
                .filter(index -> lines.get(index).length() > LINE_LENGTH_MAX)
                .mapToObj(index -> new Finding(
                        file.path(),
                        index + 1L,
                        "more than 120 characters",
                        "break it, then run `./build spotless:apply`"));
    }

    private static Stream<Finding> longModule(Collection<SourceFile> files) {
        if (files.size() < FILE_COUNT_MIN) {
            return Stream.empty();
        }
        var median = percentile(files.stream().mapToLong(SizeTest::lineCount), 50);
        var p95 = percentile(files.stream().mapToLong(SizeTest::lineCount), 95);
        return Stream.concat(
                when(median > FILE_LINES_MEDIAN_MAX, ofModule(files, "median %d lines".formatted(median), SPLIT)),
                when(p95 > FILE_LINES_P95_MAX, ofModule(files, "p95 %d lines".formatted(p95), SPLIT)));
    }

    private static Stream<Finding> longMethods(SourceFile file) {
        return methods(file)
                .filter(method -> file.lines(method.getBody()) > METHOD_LINES_MAX)
                .map(method -> file.finding(
                        method, "%s is longer than 50 lines".formatted(method.getName()), "name its steps as methods"));
    }

    private static Stream<Finding> longMethodsOnTheWhole(Collection<SourceFile> files) {
        var p90 = percentile(
                files.stream()
                        .flatMap(file -> methods(file).map(method -> contentLines(file, method)))
                        .mapToLong(Long::longValue),
                90);
        return when(
                files.size() >= FILE_COUNT_MIN && p90 > METHOD_LINES_P90_MAX,
                ofModule(files, "p90 of methods %d lines".formatted(p90), "name the steps of the longest as methods"));
    }

    /** A load run reads from top to bottom, once; only the hard limit holds for it. */
    private static boolean isBench(Collection<SourceFile> files) {
        return files.stream().anyMatch(file -> file.packageName().startsWith("dev.slipway.bench"));
    }

    /** Lines between the braces. */
    private static long contentLines(SourceFile file, MethodTree method) {
        return Math.max(1, file.lines(method.getBody()) - 2);
    }

    private static Stream<Finding> manyValues(SourceFile file) {
        var methods = file.all(ClassTree.class)
                .filter(type -> type.getKind() != Tree.Kind.RECORD)
                .flatMap(type -> members(type, MethodTree.class))
                .filter(method -> method.getParameters().size() > PARAMETER_COUNT_MAX)
                .map(method ->
                        file.finding(method, "more than 5 parameters", "the values that belong together are a record"));
        var records = file.all(ClassTree.class)
                .filter(type -> type.getKind() == Tree.Kind.RECORD && componentCount(type) > COMPONENT_COUNT_MAX)
                .map(type -> file.finding(type, "more than 6 components", "a second record is missing"));
        return Stream.concat(methods, records);
    }

    private static Stream<Finding> fullPackages(Stream<SourceFile> files) {
        return files
                .filter(file -> !file.isPackageInfo())
                .collect(groupingBy(SourceFile::packageName))
                .values()
                .stream()
                .filter(siblings -> siblings.size() > PACKAGE_FILE_COUNT_MAX)
                .map(siblings -> siblings.getFirst()
                        .finding("its package has %d files".formatted(siblings.size()), "part it into sub-packages"));
    }

    private static Stream<Finding> openModule(Collection<SourceFile> files) {
        var types = files.stream()
                .filter(file -> !isVocabulary(file.packageName()))
                .flatMap(SourceFile::topLevelTypes)
                .toList();
        var open = types.stream()
                .filter(type -> type.getModifiers().getFlags().contains(Modifier.PUBLIC))
                .count();
        return when(
                types.size() >= TYPE_COUNT_MIN && 100 * open > publicShareMax(files) * types.size(),
                ofModule(
                        files,
                        "%d of %d top-level types are public".formatted(open, types.size()),
                        "make package-private what no other package names"));
    }

    /** The Bootloader is eleven small packages of five or six types, so more of them meet; the server keeps to half. */
    private static long publicShareMax(Collection<SourceFile> files) {
        return files.stream().anyMatch(file -> file.packageName().startsWith("dev.slipway.bootloader")) ? 60 : 50;
    }

    /** A vocabulary exists to be spoken elsewhere: records and interfaces that every room, or both programs, name. */
    private static boolean isVocabulary(String name) {
        return VOCABULARIES.stream().anyMatch(root -> name.equals(root) || name.startsWith(root + "."));
    }

    private static Stream<MethodTree> methods(SourceFile file) {
        return file.all(MethodTree.class).filter(method -> method.getBody() != null);
    }

    /** Only components are fields without {@code static} in a record. */
    private static long componentCount(ClassTree record) {
        return members(record, VariableTree.class)
                .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                .count();
    }

    private static <T> Stream<T> members(ClassTree type, Class<T> kind) {
        return type.getMembers().stream().filter(kind::isInstance).map(kind::cast);
    }

    private static Stream<List<SourceFile>> byModule() {
        return SourceTree.main().collect(groupingBy(SourceFile::module)).values().stream();
    }

    private static long lineCount(SourceFile file) {
        return file.text().lines().count();
    }

    /** By nearest rank; 0 of nothing. */
    private static long percentile(LongStream values, int percent) {
        var sorted = values.sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(sorted.length * percent + 99) / 100 - 1];
    }

    private static Finding ofModule(Collection<SourceFile> files, String wrong, String instead) {
        return new Finding(files.iterator().next().module(), 1, wrong, instead);
    }

    private static Stream<Finding> when(boolean broken, Finding finding) {
        return broken ? Stream.of(finding) : Stream.empty();
    }

    private static final String FLEET = "server/src/main/java/dev/slipway/base/fleet/A.java";

    private static SourceFile sample(String text) {
        return SourceTree.sample("server/src/main/java/dev/slipway/app/A.java", text);
    }

    private static List<SourceFile> times(int count, SourceFile file) {
        return Stream.generate(() -> file).limit(count).toList();
    }

    private static List<SourceFile> join(List<SourceFile> first, List<SourceFile> second) {
        return Stream.concat(first.stream(), second.stream()).collect(Collectors.toUnmodifiableList());
    }
}
