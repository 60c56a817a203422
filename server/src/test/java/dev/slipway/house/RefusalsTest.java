package dev.slipway.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * STYLE rule 9: every code of a refusal stands in {@code docs/reference/refusals.md} with its sentences, and no
 * other. After
 * a change {@code -Dslipway.refusals.write=true} writes the page anew.
 */
class RefusalsTest {
    private static final Path PAGE = Path.of("docs/reference/refusals.md");
    private static final String CODE = "[a-z][a-z-]*\\.[a-z][a-z0-9-]*";
    private static final String GAP = "…";
    private static final int CODES_MIN = 50;

    private static final String HEAD = """
            # Refusals

            Every negative answer that was planned has a stable code, `room.reason`, and a sentence that says what is
            wrong and what to do. Scripts may depend on the codes, never on the sentences. … stands for a name or a
            number. Codes of `cli` are said by the command line itself; each door decides which status goes with a code.
            """;

    @Test
    void the_page_lists_every_code_with_its_sentences() throws IOException {
        Map<String, TreeSet<String>> said = said(SourceTree.main());
        String page = page(said);
        if (Boolean.getBoolean("slipway.refusals.write")) {
            Files.writeString(Repository.root().resolve(PAGE), page);
        }

        assertThat(said).hasSizeGreaterThan(CODES_MIN);
        assertThat(Repository.text(PAGE, StandardCharsets.UTF_8)).isEqualTo(page);
    }

    @Test
    void a_refusal_is_found_in_each_of_its_forms() {
        var file = SourceTree.sample("server/src/main/java/dev/slipway/core/A.java", """
                class A {
                    static final String GONE = "a.gone";
                    Object a = new Refusal("a.plain", "Say it plainly.");
                    Object b = new Refusal("a.joined", "There is no " + name + "; look again.");
                    Object c = new Problem(403, "a.formatted", "There are %d too many.".formatted(count));
                    Object d = new Refusal(GONE, "It went away.");
                    Object e = Refusal.check("a.checked", "It cannot be.");
                    Object f = new Act("a.act", subject);
                }
                """);

        assertThat(said(Stream.of(file)))
                .containsOnlyKeys("a.plain", "a.joined", "a.formatted", "a.gone", "a.checked")
                .containsEntry("a.joined", new TreeSet<>(List.of("There is no …; look again.")))
                .containsEntry("a.formatted", new TreeSet<>(List.of("There are … too many.")));
    }

    private static Map<String, TreeSet<String>> said(Stream<SourceFile> files) {
        var said = new TreeMap<String, TreeSet<String>>();
        files.forEach(file -> {
            Map<String, String> constants = constants(file);
            Stream.concat(
                            file.all(NewClassTree.class).map(NewClassTree::getArguments),
                            file.all(MethodInvocationTree.class).map(MethodInvocationTree::getArguments))
                    .forEach(arguments -> add(said, constants, arguments));
        });
        return said;
    }

    private static void add(
            Map<String, TreeSet<String>> said,
            Map<String, String> constants,
            List<? extends ExpressionTree> arguments) {
        List<String> texts =
                arguments.stream().map(argument -> text(argument, constants)).toList();
        IntStream.range(1, texts.size())
                .filter(index -> texts.get(index - 1).matches(CODE))
                .filter(index -> texts.get(index).matches("(?s).*\\p{L} .*"))
                .forEach(index -> said.computeIfAbsent(texts.get(index - 1), code -> new TreeSet<>())
                        .add(texts.get(index)));
    }

    private static Map<String, String> constants(SourceFile file) {
        return file.all(VariableTree.class)
                .filter(variable -> variable.getInitializer() instanceof LiteralTree literal
                        && literal.getValue() instanceof String)
                .collect(Collectors.toMap(
                        variable -> variable.getName().toString(),
                        variable -> text(variable.getInitializer(), Map.of()),
                        (first, second) -> first));
    }

    /** The text of an expression, with a gap for what is only known at work. */
    private static String text(ExpressionTree expression, Map<String, String> constants) {
        return switch (expression) {
            case LiteralTree literal when literal.getValue() instanceof String text -> text;
            case BinaryTree joined ->
                text(joined.getLeftOperand(), constants) + text(joined.getRightOperand(), constants);
            case IdentifierTree name -> constants.getOrDefault(name.getName().toString(), GAP);
            case MethodInvocationTree call
            when call.getMethodSelect() instanceof MemberSelectTree select
                    && select.getIdentifier().contentEquals("formatted") ->
                text(select.getExpression(), constants).replaceAll("%[sd]", GAP);
            default -> GAP;
        };
    }

    private static String page(Map<String, TreeSet<String>> said) {
        var page = new StringBuilder(HEAD);
        String room = "";
        for (var entry : said.entrySet()) {
            String of = entry.getKey().substring(0, entry.getKey().indexOf('.'));
            if (!of.equals(room)) {
                room = of;
                page.append("\n## ").append(room).append("\n| code | sentence |\n|---|---|\n");
            }
            String sentences =
                    String.join("<br>", entry.getValue()).replace("|", "\\|").replace("\n", " ");
            page.append("| `%s` | %s |\n".formatted(entry.getKey(), sentences));
        }
        return page.toString();
    }
}
