package dev.slipway.door.phone.recognition;

import dev.slipway.base.wire.data.DataFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of user agents, a data file. */
public final class UserAgents {
    /** Longer ones are cut: no phone has one. */
    public static final int LENGTH_MAX = 512;

    private static final String RESOURCE = "/dev/slipway/door/phone/recognition/user-agents.tsv";

    /** Six pairs of hex digits with one kind of separator or none, not a part of a longer word. */
    private static final Pattern MAC = Pattern.compile(
            "(?<![0-9A-Za-z])[0-9A-Fa-f]{2}([:-]?)(?:[0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}(?![0-9A-Za-z])");

    private final List<Row> rows;

    private UserAgents(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    private record Row(String maker, String family, Pattern pattern) {
        static Row of(String line) {
            String[] columns = line.split("\t", -1);
            if (columns.length != 3) {
                throw new IllegalStateException("not three columns: " + line);
            }
            return new Row(columns[0], columns[1], Pattern.compile(columns[2]));
        }
    }

    /** The table of the jar; a bad one is a fault. */
    public static UserAgents read() {
        return new UserAgents(DataFile.lines(DataFile.text(UserAgents.class, RESOURCE))
                .map(Row::of)
                .toList());
    }

    /** What {@code userAgent} says. */
    public Recognized recognize(String userAgent) {
        String read = userAgent.substring(0, Math.min(userAgent.length(), LENGTH_MAX));
        List<Recognized> fitting = new ArrayList<>();
        for (Row row : rows) {
            Matcher matcher = row.pattern.matcher(read);
            if (matcher.find()) {
                fitting.add(new Recognized(
                        row.maker,
                        row.family,
                        group(matcher, "model"),
                        group(matcher, "firmware"),
                        macIn(read).orElse(""),
                        List.of()));
            }
        }
        List<String> makers = fitting.stream().map(Recognized::maker).distinct().toList();
        return fitting.stream()
                .findFirst()
                .orElseGet(() -> new Recognized("", "", "", "", macIn(read).orElse(""), List.of()))
                .among(makers);
    }

    private static String group(Matcher matcher, String name) {
        return matcher.namedGroups().containsKey(name)
                ? Optional.ofNullable(matcher.group(name)).orElse("")
                : "";
    }

    /** The first MAC address in a text, as 12 hexadecimal digits in lower case. */
    public static Optional<String> macIn(String text) {
        Matcher matcher = MAC.matcher(text);
        return matcher.find()
                ? Optional.of(matcher.group().replaceAll("[:-]", "").toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /**
     * What a user agent says; texts are empty for what it does not.
     *
     * @param family what kind of device it is
     * @param mac 12 hex digits, lower case
     * @param makers all that it fits, the chosen one first
     */
    public record Recognized(
            String maker, String family, String model, String firmware, String mac, List<String> makers) {
        public Recognized {
            makers = List.copyOf(makers);
        }

        Recognized among(List<String> all) {
            return new Recognized(maker, family, model, firmware, mac, all);
        }
    }
}
