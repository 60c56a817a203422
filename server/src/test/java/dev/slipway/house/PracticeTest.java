package dev.slipway.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** STYLE rules 8, 9 and 10: what nobody writes here, and what only a few named places may write. */
class PracticeTest {
    /** Files that catch everything, each with its reason: the outermost loops of rule 9. */
    private static final Map<String, String> CATCH_ALL =
            Map.of("server/src/main/java/dev/slipway/base/jobs/NodeJobs.java", "it is the job loop of a node");

    /** Files outside {@code app} that ask the machine for time or chance, each with its reason. */
    private static final Map<String, String> CLOCKS = Map.of(
            "bootloader/src/main/java/dev/slipway/bootloader/Bootloader.java",
            "it is to the Bootloader what app is to us",
            "bench/src/main/java/dev/slipway/bench/Bench.java",
            "it is to the benchmarks what app is to us");

    private static final Set<String> TIME_AND_CHANCE = Set.of(
            "System.currentTimeMillis",
            "Instant.now",
            "LocalDate.now",
            "LocalTime.now",
            "LocalDateTime.now",
            "ZonedDateTime.now",
            "OffsetDateTime.now",
            "Clock.systemUTC",
            "Clock.systemDefaultZone",
            "InstantSource.system",
            "Math.random",
            "ThreadLocalRandom.current",
            "UUID.randomUUID",
            "RandomGenerator.getDefault");

    @Test
    void nobody_sleeps() {
        assertThat(SourceTree.all().flatMap(PracticeTest::sleeps)).isEmpty();
    }

    @Test
    void a_sleep_is_found() {
        assertThat(sleeps(sample("class A { void a() { Thread.sleep(1); TimeUnit.SECONDS.sleep(2); } }")))
                .hasSize(2);
        assertThat(sleeps(sample("class A { String a = \"Thread.sleep(1)\"; }")))
                .isEmpty();
    }

    @Test
    void no_failure_is_swallowed() {
        assertThat(SourceTree.all().flatMap(PracticeTest::emptyCatches)).isEmpty();
    }

    @Test
    void an_empty_catch_is_found() {
        assertThat(emptyCatches(sample("class A { void a() { try { b(); } catch (B e) { /* fine */ } } }")))
                .hasSize(1);
    }

    @Test
    void only_the_named_loops_catch_everything() {
        assertThat(unlisted(CATCH_ALL, PracticeTest::broadCatches)).isEmpty();
    }

    @Test
    void a_catch_of_everything_is_found() {
        assertThat(broadCatches(sample("class A { void a() { try { b(); } catch (Exception e) { c(); } } }")))
                .hasSize(1);
        assertThat(broadCatches(sample("class A { void a() { try { b(); } catch (B | Throwable e) { c(); } } }")))
                .hasSize(1);
        assertThat(broadCatches(sample("class A { void a() { try { b(); } catch (IOException e) { c(); } } }")))
                .isEmpty();
    }

    @Test
    void time_and_chance_come_in_by_the_constructor() {
        assertThat(unlisted(CLOCKS, PracticeTest::timeAndChance)
                        .filter(finding -> !finding.file().startsWith("server/src/main/java/dev/slipway/app/")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Instant.now()",
                "java.time.Instant.now()",
                "UUID.randomUUID()",
                "new Random()",
                "(B) Instant::now"
            })
    void a_clock_of_its_own_is_found(String expression) {
        assertThat(timeAndChance(sample("class A { Object a = " + expression + "; }")))
                .hasSize(1);
        assertThat(timeAndChance(sample("class A { Object a = Instant.now(clock), b = new Random(seed); }")))
                .isEmpty();
    }

    @Test
    void nobody_returns_null() {
        assertThat(SourceTree.main().flatMap(PracticeTest::nullReturns)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "(null)", "a ? null : b", "a ? b : null"})
    void a_null_return_is_found(String expression) {
        assertThat(nullReturns(sample("class A { Object a() { return " + expression + "; } }")))
                .hasSize(1);
        assertThat(nullReturns(sample("class A { boolean a() { return b == null; } }")))
                .isEmpty();
    }

    @Test
    void no_static_field_changes() {
        assertThat(SourceTree.all().flatMap(PracticeTest::staticVariables)).isEmpty();
    }

    @Test
    void a_static_variable_is_found() {
        assertThat(staticVariables(sample("class A { static int count; static final int B = 1; enum C { D } }")))
                .extracting(Finding::wrong)
                .containsExactly("the static field count can change");
        assertThat(staticVariables(sample("interface A { int B = 1; static int c() { int d = 1; return d; } }")))
                .isEmpty();
    }

    @Test
    void every_exception_on_a_list_is_still_needed() {
        assertThat(unneeded(CATCH_ALL, PracticeTest::broadCatches)).isEmpty();
        assertThat(unneeded(Map.of("Gone.java", "was needed once"), PracticeTest::broadCatches))
                .hasSize(1);
    }

    private static Stream<Finding> sleeps(SourceFile file) {
        return file.all(MethodInvocationTree.class)
                .filter(call -> lastName(call.getMethodSelect()).equals("sleep"))
                .map(call -> file.finding(call, "a sleep", "wait for the condition itself"));
    }

    private static Stream<Finding> emptyCatches(SourceFile file) {
        return file.all(CatchTree.class)
                .filter(clause -> clause.getBlock().getStatements().isEmpty())
                .map(clause -> file.finding(clause, "an empty catch", "answer with a Refusal or let it pass"));
    }

    private static Stream<Finding> broadCatches(SourceFile file) {
        return file.all(CatchTree.class)
                .filter(clause -> alternatives(clause.getParameter().getType())
                        .anyMatch(type -> type.toString().matches("(java\\.lang\\.)?(Exception|Throwable)")))
                .map(clause -> file.finding(
                        clause,
                        "catches everything",
                        "catch what you can answer; faults belong to the outermost loop"));
    }

    private static Stream<? extends Tree> alternatives(Tree type) {
        return type instanceof UnionTypeTree union ? union.getTypeAlternatives().stream() : Stream.of(type);
    }

    /** A call that is given its clock or seed is none of ours. */
    private static Stream<Finding> timeAndChance(SourceFile file) {
        var calls = file.all(MethodInvocationTree.class)
                .filter(call -> call.getArguments().isEmpty())
                .filter(call -> call.getMethodSelect() instanceof MemberSelectTree method
                        && isTimeOrChance(method.getExpression(), method.getIdentifier()));
        var references = file.all(MemberReferenceTree.class)
                .filter(reference -> isTimeOrChance(reference.getQualifierExpression(), reference.getName()));
        var generators = file.all(NewClassTree.class)
                .filter(made -> made.getArguments().isEmpty())
                .filter(made -> made.getIdentifier().toString().matches("(java\\.util\\.)?Random"));
        return Stream.<ExpressionTree>concat(calls, Stream.concat(references, generators))
                .map(tree -> file.finding(
                        tree, tree + " asks the machine", "take an InstantSource, RandomGenerator or id source"));
    }

    private static boolean isTimeOrChance(ExpressionTree owner, Name method) {
        return TIME_AND_CHANCE.contains(lastName(owner) + "." + method);
    }

    /** The text after the last dot; empty for an expression that is no name. */
    private static String lastName(ExpressionTree expression) {
        return switch (expression) {
            case IdentifierTree name -> name.getName().toString();
            case MemberSelectTree select -> select.getIdentifier().toString();
            default -> "";
        };
    }

    private static Stream<Finding> nullReturns(SourceFile file) {
        return file.all(ReturnTree.class)
                .filter(answer -> answer.getExpression() != null && canBeNull(answer.getExpression()))
                .map(answer -> file.finding(answer, "returns null", "return an Optional or an empty list"));
    }

    private static boolean canBeNull(ExpressionTree expression) {
        return switch (expression) {
            case ParenthesizedTree inner -> canBeNull(inner.getExpression());
            case ConditionalExpressionTree choice ->
                canBeNull(choice.getTrueExpression()) || canBeNull(choice.getFalseExpression());
            default -> expression.getKind() == Tree.Kind.NULL_LITERAL;
        };
    }

    private static Stream<Finding> staticVariables(SourceFile file) {
        return file.all(ClassTree.class)
                .filter(type -> type.getKind() != Tree.Kind.INTERFACE)
                .flatMap(type -> type.getMembers().stream())
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(field -> field.getModifiers().getFlags().contains(Modifier.STATIC))
                .filter(field -> !field.getModifiers().getFlags().contains(Modifier.FINAL))
                .map(field -> file.finding(
                        field,
                        "the static field %s can change".formatted(field.getName()),
                        "make it a field of an object"));
    }

    private static Stream<Finding> unlisted(Map<String, String> list, Function<SourceFile, Stream<Finding>> rule) {
        return SourceTree.main().filter(file -> !list.containsKey(file.path())).flatMap(rule);
    }

    private static Stream<Finding> unneeded(Map<String, String> list, Function<SourceFile, Stream<Finding>> rule) {
        return list.keySet().stream()
                .filter(path -> SourceTree.main()
                        .filter(file -> file.path().equals(path))
                        .flatMap(rule)
                        .findAny()
                        .isEmpty())
                .map(path -> new Finding(path, 1, "its exception is not needed", "delete the line from the list"));
    }

    private static SourceFile sample(String text) {
        return SourceTree.sample("server/src/main/java/dev/slipway/core/A.java", text);
    }
}
