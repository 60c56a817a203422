package dev.slipway.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.IdentifierTree;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** STYLE rules 1 and 20: one order of packages, no circles, no class that nobody names. */
class PackageOrderTest {
    /** Classes that only a file or a framework names. Each with its reason. */
    private static final Map<String, String> NAMED_ELSEWHERE = Map.of();

    @Test
    void a_package_names_only_packages_that_stand_earlier() {
        assertThat(Use.all().map(PackageOrder::judge).flatMap(Optional::stream)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "core.polling, core.settings.Profile, stands before or beside",
        "door.wap, door.phone.Snom, stands before or beside",
        "door.wap, stray.Thing, stands before or beside",
        "core.message, base.http.Server, core may not know base.http",
        "core.rollout, base.store.JdbcDevices, core may not know base.store",
        "base.identity, base.store.JdbcUsers, base.identity may not know base.store",
        "door.portal.page, base.store.JdbcUsers, door may not know base.store",
        "admin.api, base.store.JdbcUsers, admin may not know base.store",
        "admin.console, door.portal.Portal, admin may not know door",
        "door.relay, core.enroll.Enrollment, door.relay may not know core",
        "door.relay, base.store.JdbcAliases, door may not know base.store",
        "door.phone, bootloader.protocol.Plan, 'only base.wire, core.polling'",
        "admin.api, bootloader.Bootloader, 'only admin.cli, app may'",
        "bootloader.install, base.wire.Bytes, the Bootloader runs alone",
        "app, bench.Load, stands before or beside"
    })
    void a_step_up_or_aside_is_found(String from, String type, String why) {
        var finding = PackageOrder.judge(use(from, type)).orElseThrow();

        assertThat(finding.toString())
                .contains("dev.slipway." + from, "dev.slipway." + type, why)
                .endsWith("down or pass it in through `app`");
    }

    @ParameterizedTest
    @CsvSource({
        "core.settings, core.polling.Plan",
        "door.phone.snom, door.phone.Phone",
        "door.portal, bootloader.protocol.Plan",
        "door.gateway, core.message.MessageGateway",
        "app, base.store.JdbcDevices",
        "admin.cli, bootloader.Bootloader",
        "bench, app.Main"
    })
    void a_step_down_is_allowed(String from, String type) {
        assertThat(PackageOrder.judge(use(from, type))).isEmpty();
    }

    @Test
    void an_import_and_a_compiled_call_are_both_seen() {
        var source = SourceTree.sample("server/src/main/java/dev/slipway/core/polling/Stray.java", """
                import dev.slipway.door.relay.Steering;
                class Stray {
                    Lane lane;
                }
                """);
        var bytes = ClassFile.of()
                .build(
                        ClassDesc.of("dev.slipway.core.polling.Stray"),
                        type -> type.withField("lane", ClassDesc.of("dev.slipway.door.relay.Lane"), 0));

        assertThat(Use.in(source).map(PackageOrder::judge).flatMap(Optional::stream))
                .extracting(Finding::line)
                .containsExactly(2L);
        assertThat(Use.in(CompiledClass.parse("server", bytes), source)
                        .map(PackageOrder::judge)
                        .flatMap(Optional::stream))
                .extracting(Finding::line)
                .containsExactly(4L);
    }

    @Test
    void every_package_has_a_room() {
        assertThat(SourceTree.main().flatMap(file -> homeless(file).stream())).isEmpty();
    }

    @Test
    void a_package_without_a_room_is_found() {
        var stray = SourceTree.sample("server/src/main/java/dev/slipway/util/Strings.java", "class Strings {}");

        assertThat(homeless(stray)).isPresent();
    }

    @Test
    void packages_of_one_room_make_no_circle() {
        assertThat(circles(Use.all())).isEmpty();
    }

    @Test
    void a_circle_is_found() {
        var there = use("admin.console", "admin.act.CreateUser");
        var back = use("admin.act", "admin.console.Page");
        var onlyIn = use("admin.api", "admin.act.CreateUser");
        var onlyOut = use("admin.console", "admin.text.Words");

        assertThat(circles(Stream.of(there, back, onlyIn, onlyOut))).hasSize(2);
    }

    @Test
    void every_class_is_named_by_another_one() {
        assertThat(ClassTree.all()).as("compiled classes").isNotEmpty();
        assertThat(dead(ClassTree.all().toList(), SourceTree.main().toList())).isEmpty();
    }

    @Test
    void a_class_that_only_names_itself_is_found() {
        var path = "server/src/main/java/dev/slipway/app/";
        var alone = new CompiledClass(path + "A.java", "dev.slipway.app.A", false, Set.of("dev.slipway.app.A"));
        var start = new CompiledClass(path + "M.java", "dev.slipway.app.M", true, Set.of("dev.slipway.app.B$Part"));
        var used = new CompiledClass(path + "B.java", "dev.slipway.app.B", false, Set.of());
        var limits = new CompiledClass(path + "Limits.java", "dev.slipway.app.Limits", false, Set.of());
        var source = SourceTree.sample(path + "M.java", "class M { int bytes = Limits.BYTES_MAX; }");

        assertThat(dead(List.of(alone, start, used, limits), List.of(source)))
                .extracting(Finding::file)
                .containsExactly(path + "A.java");
    }

    private static Use use(String from, String type) {
        return new Use("Some.java", 1, "dev.slipway." + from, "dev.slipway." + type);
    }

    private static Optional<Finding> homeless(SourceFile file) {
        return PackageOrder.room(file.packageName()).isPresent()
                ? Optional.empty()
                : Optional.of(file.finding(
                        file.packageName() + " has no room", "move it into one, or settle its place in PackageOrder"));
    }

    private static Stream<Finding> circles(Stream<Use> uses) {
        var within = uses.filter(use -> !use.from().equals(use.to()))
                .filter(use -> PackageOrder.room(use.from()).equals(PackageOrder.room(use.to())))
                .filter(use -> PackageOrder.room(use.from()).isPresent())
                .collect(Collectors.toSet());
        return Cycles.among(within)
                .map(use -> use.finding("the two packages know each other", "move what both need into a third"));
    }

    /** The compiler copies a constant into the class that uses it, so the source is asked as well. */
    private static List<Finding> dead(List<CompiledClass> classes, List<SourceFile> sources) {
        var named = classes.stream()
                .flatMap(type -> type.mentions().stream()
                        .map(CompiledClass::outermost)
                        .filter(name -> !name.equals(CompiledClass.outermost(type.name()))))
                .collect(Collectors.toSet());
        return classes.stream()
                .filter(type -> !type.name().contains("$") && !type.name().endsWith(".package-info"))
                .filter(type -> !type.isStart() && !named.contains(type.name()))
                .filter(type -> !NAMED_ELSEWHERE.containsKey(type.name()))
                .filter(type -> sources.stream().noneMatch(file -> speaksOf(file, type)))
                .map(type -> new Finding(type.path(), 1, "nobody names this class", "use it or delete it"))
                .toList();
    }

    private static boolean speaksOf(SourceFile file, CompiledClass type) {
        return !file.path().equals(type.path())
                && file.all(IdentifierTree.class)
                        .anyMatch(word -> word.getName().contentEquals(type.simpleName()));
    }
}
