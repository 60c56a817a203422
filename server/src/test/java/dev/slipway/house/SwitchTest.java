package dev.slipway.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.DeconstructionPatternTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A switch over an enum or a sealed type of ours names every case, so that the compiler finds each switch that a new
 * case needs. Types are recognized by the names in the labels, since the sources are parsed only.
 */
class SwitchTest {
    @Test
    void a_switch_over_a_closed_type_names_every_case() {
        var sources = SourceTree.main().toList();

        assertThat(lazySwitches(sources, sources)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "case ISSUED -> 1; default -> 2;",
                "case ISSUED, Activation.SENT -> 1; case null, default -> 2;",
                "case Found f -> 1; default -> 2;",
                "case Answer.Found(int a) when a > 1 -> 1; default -> 2;"
            })
    void a_default_over_a_closed_type_is_found(String cases) {
        assertThat(lazySwitches(sample(cases), sample(cases))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "case ISSUED -> 1; case SENT -> 2;",
                "case SECONDS -> 1; default -> 2;",
                "case 1 -> 1; default -> 2;",
                "case String s -> 1; default -> 2;",
                "default -> 2;"
            })
    void a_default_over_an_open_type_is_allowed(String cases) {
        assertThat(lazySwitches(sample(cases), sample(cases))).isEmpty();
    }

    private static Stream<Finding> lazySwitches(Collection<SourceFile> files, Collection<SourceFile> declarations) {
        var closed = Stream.concat(enums(declarations), Stream.of(partsOfSealedTypes(declarations)))
                .toList();
        return files.stream().flatMap(file -> lazySwitches(file, closed));
    }

    private static Stream<Finding> lazySwitches(SourceFile file, List<Set<String>> closed) {
        var statements = file.all(SwitchTree.class).map(SwitchTree::getCases);
        var expressions = file.all(SwitchExpressionTree.class).map(SwitchExpressionTree::getCases);
        return Stream.concat(statements, expressions)
                .filter(cases -> labels(cases).anyMatch(DefaultCaseLabelTree.class::isInstance))
                .filter(cases -> closed.stream().anyMatch(names -> isOver(names, cases)))
                .map(cases -> file.finding(
                        cases.getLast(),
                        "a default over a closed type",
                        "name the other cases, so that none is missed"));
    }

    private static boolean isOver(Set<String> closed, List<? extends CaseTree> cases) {
        var named = labels(cases).flatMap(SwitchTest::name).toList();
        return !named.isEmpty() && closed.containsAll(named);
    }

    private static Stream<CaseLabelTree> labels(List<? extends CaseTree> cases) {
        return cases.stream().flatMap(one -> one.getLabels().stream());
    }

    private static Stream<String> name(CaseLabelTree label) {
        return switch (label) {
            case ConstantCaseLabelTree constant -> name(constant.getConstantExpression());
            case PatternCaseLabelTree type
            when type.getPattern() instanceof BindingPatternTree binding ->
                name(binding.getVariable().getType());
            case PatternCaseLabelTree type
            when type.getPattern() instanceof DeconstructionPatternTree parts -> name(parts.getDeconstructor());
            default -> Stream.empty();
        };
    }

    private static Stream<String> name(Tree tree) {
        var text = tree.toString().replaceAll("<.*", "");
        return tree.getKind() == Tree.Kind.NULL_LITERAL
                ? Stream.empty()
                : Stream.of(text.substring(text.lastIndexOf('.') + 1));
    }

    private static Stream<Set<String>> enums(Collection<SourceFile> files) {
        return types(files).filter(type -> type.getKind() == Tree.Kind.ENUM).map(SwitchTest::constants);
    }

    private static Set<String> constants(ClassTree type) {
        return type.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(member -> ((VariableTree) member).getName().toString())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> partsOfSealedTypes(Collection<SourceFile> files) {
        var whole = types(files)
                .filter(type -> type.getModifiers().getFlags().contains(Modifier.SEALED))
                .map(type -> type.getSimpleName().toString())
                .collect(Collectors.toUnmodifiableSet());
        return types(files)
                .filter(type -> parents(type).flatMap(SwitchTest::name).anyMatch(whole::contains))
                .map(type -> type.getSimpleName().toString())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<Tree> parents(ClassTree type) {
        return Stream.concat(Stream.ofNullable(type.getExtendsClause()), type.getImplementsClause().stream());
    }

    private static Stream<ClassTree> types(Collection<SourceFile> files) {
        return files.stream().flatMap(file -> file.all(ClassTree.class));
    }

    private static List<SourceFile> sample(String cases) {
        var text = """
                class A {
                    enum State { ISSUED, SENT }
                    sealed interface Answer {
                        record Found(int a) implements Answer {}
                        record Missing() implements Answer {}
                    }
                    int a(Object b) {
                        return switch (b) { %s };
                    }
                }
                """;
        return List.of(SourceTree.sample("server/src/main/java/dev/slipway/core/A.java", text.formatted(cases)));
    }
}
