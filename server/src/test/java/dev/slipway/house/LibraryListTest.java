package dev.slipway.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** STYLE rule 20: which package may name which library. What no line names is refused everywhere. */
class LibraryListTest {
    private static final String ANYWHERE = "anywhere";

    /** Library, then the rooms that may name it. The longest match decides. */
    private static final Map<String, List<String>> ROOMS_OF = table("""
            java                            anywhere
            javax                           anywhere
            dev.slipway                     anywhere
            org.jspecify                    anywhere
            java.net.http                   base.identity base.http door.gateway admin.cli app bootloader
            java.net.Socket                 base door admin.cli app bootloader
            java.net.ServerSocket           base door admin.cli app bootloader
            java.net.DatagramSocket         base door app
            java.nio.channels.SocketChannel base door app
            java.sql                        base.store app
            javax.sql                       base.store app
            io.vertx                        base.http door admin.api admin.console app
            io.netty                        base.http door admin.api admin.console app
            org.postgresql                  base.store
            com.zaxxer                      base.store
            org.jdbi                        base.store
            org.flywaydb                    base.store
            com.github.kagkarlsson          base.store
            org.tukaani                     base.store
            tools.jackson     base.wire base.http base.store core.settings core.enroll.platform door admin app
            com.fasterxml.jackson           base.wire base.http base.store core.settings door admin app
            com.github.benmanes             base.http base.fleet core door
            io.micrometer                   base.http app
            com.password4j                  base.identity
            org.bouncycastle                base.identity base.http base.wire.cms
            com.google.zxing                base.wire
            jakarta.mail                    door.gateway
            jakarta.activation              door.gateway
            org.eclipse.angus               door.gateway
            org.jsmpp                       door.gateway
            picocli                         admin.cli app
            """);

    @Test
    void a_package_names_only_the_libraries_listed_for_it() {
        assertThat(Use.all()
                        .filter(use -> !use.from().startsWith("dev.slipway.bench"))
                        .map(LibraryListTest::judge)
                        .flatMap(Optional::stream))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "core.bundle, io.vertx.core.Vertx, 'only base.http, door, admin.api'",
        "core.message, java.net.http.HttpClient, only base.identity",
        "admin.act, io.netty.buffer.ByteBuf, only base.http",
        "app, org.jdbi.v3.core.Jdbi, only base.store may",
        "base.fleet, java.sql.Connection, only base.store",
        "bootloader, tools.jackson.databind.JsonNode, only base.wire",
        "app, com.example.Thing, no line of the table",
        "app, sun.misc.Unsafe, no line of the table"
    })
    void a_library_in_the_wrong_place_is_found(String from, String type, String why) {
        assertThat(judge(use(from, type)).orElseThrow().toString()).contains("dev.slipway." + from, type, why);
    }

    @ParameterizedTest
    @CsvSource({
        "base.store, javax.sql.DataSource",
        "door.phone.snom, io.vertx.core.buffer.Buffer",
        "core.polling, java.net.URI",
        "core.polling, java.net.SocketException",
        "admin.cli, picocli.CommandLine"
    })
    void a_library_in_its_place_is_allowed(String from, String type) {
        assertThat(judge(use(from, type))).isEmpty();
    }

    private static Optional<Finding> judge(Use use) {
        var library = ROOMS_OF.keySet().stream()
                .filter(name -> isWithin(use.type(), name))
                .max(Comparator.comparingInt(String::length));
        if (library.isEmpty()) {
            return Optional.of(use.finding(
                    "no line of the table names this library",
                    "use the JDK, or write a decision page and a line in LibraryListTest"));
        }
        var rooms = ROOMS_OF.get(library.get());
        return rooms.contains(ANYWHERE) || rooms.stream().anyMatch(room -> isWithin(use.from(), "dev.slipway." + room))
                ? Optional.empty()
                : Optional.of(use.finding(
                        "only %s may".formatted(String.join(", ", rooms)),
                        "move the code there and declare what you need as an interface"));
    }

    private static boolean isWithin(String name, String outer) {
        return name.equals(outer) || name.startsWith(outer + ".");
    }

    private static Use use(String from, String type) {
        return new Use("Some.java", 1, "dev.slipway." + from, type);
    }

    private static Map<String, List<String>> table(String text) {
        return text.lines()
                .map(line -> List.of(line.split(" +")))
                .collect(Collectors.toUnmodifiableMap(List::getFirst, words -> words.subList(1, words.size())));
    }
}
