package dev.slipway.bootloader;

import dev.slipway.bootloader.outcome.Exit;
import dev.slipway.bootloader.outcome.Refusal;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The words of the command line.
 *
 * @param command what to do
 * @param words where to go: a file, an address, or the words of a message
 * @param switches options without a value
 * @param home the directory to work in, if another than usual
 * @param login who logs on
 * @param key the server's key
 */
record Options(
        Command command,
        List<String> words,
        Set<Switch> switches,
        Optional<Path> home,
        Optional<String> login,
        Optional<String> key) {

    /** What to do; {@code START} is the command without a name. */
    enum Command {
        START,
        ENROLL,
        RUN,
        CHECK_NOW,
        APPLY,
        STATUS,
        UNENROLL,
        HELP,
        VERSION;

        private static Optional<Command> named(String word) {
            return Arrays.stream(values())
                    .filter(command -> command != START && word.equals(command.word()))
                    .findFirst();
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Options without a value. */
    enum Switch {
        YES,
        JSON,
        SESSION_OVER,
        DOWNLOAD_ONLY,
        OFFLINE,
        PAUSE,
        REMOVE_APPS;

        private static Switch named(String option) {
            return valueOf(option.substring(2).toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    Options {
        words = List.copyOf(words);
        switches = Set.copyOf(switches);
    }

    /** The words as options, or a refusal with exit status 2 that names the wrong one. */
    static Options parse(String... arguments) {
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        var words = new ArrayList<String>();
        var switches = EnumSet.noneOf(Switch.class);
        Optional<Command> command = Optional.empty();
        Optional<String> home = Optional.empty();
        Optional<String> login = Optional.empty();
        Optional<String> key = Optional.empty();
        while (!rest.isEmpty()) {
            String word = rest.remove();
            switch (word) {
                case "--help", "-h" -> command = Optional.of(Command.HELP);
                case "--version" -> command = Optional.of(Command.VERSION);
                case "--yes" -> switches.add(Switch.YES);
                case "--session-over", "--download-only", "--offline", "--pause", "--remove-apps" ->
                    switches.add(Switch.named(word));
                case "-o" -> addFormat(switches, value(word, rest));
                case "--home" -> home = Optional.of(value(word, rest));
                case "--login" -> login = Optional.of(value(word, rest));
                case "--key" -> key = Optional.of(value(word, rest));
                default -> words.add(known(word));
            }
        }
        if (command.isEmpty() && !words.isEmpty()) {
            command = Command.named(words.get(0));
            command.ifPresent(found -> words.remove(0));
        }
        return new Options(command.orElse(Command.START), words, switches, home.map(Path::of), login, key);
    }

    boolean yes() {
        return switches.contains(Switch.YES);
    }

    private static void addFormat(Set<Switch> switches, String format) {
        switch (format) {
            case "json" -> switches.add(Switch.JSON);
            case "text" -> switches.remove(Switch.JSON);
            default -> throw usage("-o takes json or text, not " + format + ".");
        }
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw usage(option + " needs a value behind it.");
        }
        return rest.remove();
    }

    private static String known(String word) {
        if (word.startsWith("-")) {
            throw usage("The option " + word + " is unknown; bootloader --help lists all.");
        }
        return word;
    }

    static Refusal usage(String sentence) {
        return new Refusal("usage.wrong", sentence, Exit.USAGE);
    }
}
