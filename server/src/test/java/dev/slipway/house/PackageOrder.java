package dev.slipway.house;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which package may know which: the order of DESIGN section 4 and its bans, as lists. */
final class PackageOrder {
    /** Bottom to top. Rooms on one line stand side by side and do not know each other. */
    private static final List<List<String>> SERVER = lines("""
            base.wire
            base.http
            base.fleet
            base.jobs
            base.store
            base.identity
            core.message
            core.polling
            core.settings
            core.bundle
            core.enroll
            core.rollout
            door.relay door.wap door.phone door.activation door.directory door.portal door.gateway
            admin
            app
            """);

    /** What the order would allow and the house does not: the first may not name any of the others. */
    private static final List<List<String>> BANS = lines("""
            core base.http
            core base.store
            base.identity base.store
            door base.store
            admin base.store
            admin door
            door.relay core
            """);

    private static final List<String> READERS_OF_THE_PROTOCOL =
            List.of("base.wire", "core.polling", "core.bundle", "core.enroll", "door.portal", "admin", "app");

    private static final List<String> READERS_OF_THE_BOOTLOADER = List.of("admin.cli", "app");

    private static final String ROOT = "dev.slipway.";
    private static final String BOOTLOADER = "dev.slipway.bootloader";
    private static final String BENCH = "dev.slipway.bench";
    private static final String PASS_IT_IN = "move %s down or pass it in through `app`";

    private PackageOrder() {}

    static Optional<Finding> judge(Use use) {
        return use.to().startsWith(ROOT)
                ? wrong(use.from(), use.to()).map(why -> use.finding(why, remedy(use)))
                : Optional.empty();
    }

    /** The room a package belongs to: the listed name that it equals or lies below. */
    static Optional<String> room(String name) {
        return Stream.concat(SERVER.stream().flatMap(List::stream).map(ROOT::concat), Stream.of(BOOTLOADER, BENCH))
                .filter(room -> isWithin(name, room))
                .findFirst();
    }

    private static Optional<String> wrong(String from, String to) {
        if (isWithin(from, BENCH) || room(from).equals(room(to)) && room(from).isPresent()) {
            return Optional.empty();
        }
        if (isWithin(from, BOOTLOADER)) {
            return Optional.of("the Bootloader runs alone on a device and knows nothing of the server");
        }
        if (isWithin(to, BOOTLOADER)) {
            return wrongReader(from, to);
        }
        if (floor(from) <= floor(to)) {
            return Optional.of("%s stands before or beside %s in the order".formatted(from, to));
        }
        return BANS.stream()
                .filter(ban -> isWithin(from, ROOT + ban.getFirst()) && isWithin(to, ROOT + ban.getLast()))
                .map(ban -> "%s may not know %s".formatted(ban.getFirst(), ban.getLast()))
                .findFirst();
    }

    private static Optional<String> wrongReader(String from, String to) {
        var readers = isWithin(to, BOOTLOADER + ".protocol") ? READERS_OF_THE_PROTOCOL : READERS_OF_THE_BOOTLOADER;
        return readers.stream().anyMatch(reader -> isWithin(from, ROOT + reader))
                ? Optional.empty()
                : Optional.of("only %s may".formatted(String.join(", ", readers)));
    }

    private static String remedy(Use use) {
        return PASS_IT_IN.formatted(use.type().substring(use.type().lastIndexOf('.') + 1));
    }

    /** Height in the order; a package without a room stands above everything known and below nothing. */
    private static int floor(String name) {
        for (int floor = 0; floor < SERVER.size(); floor++) {
            if (SERVER.get(floor).stream().anyMatch(room -> isWithin(name, ROOT + room))) {
                return floor;
            }
        }
        return SERVER.size();
    }

    private static boolean isWithin(String name, String room) {
        return name.equals(room) || name.startsWith(room + ".");
    }

    private static List<List<String>> lines(String table) {
        return table.lines().map(line -> List.of(line.split(" "))).toList();
    }
}
