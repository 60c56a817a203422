package dev.slipway.base.wire.wap.lint;

import dev.slipway.base.wire.data.DataFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which characteristics there are, where they stand and what they hold: a data file beside this class. */
final class Grammar {
    static final Grammar PROVISIONING = new Grammar(DataFile.text(Grammar.class, "characteristics.tsv"));

    /** Stands for the document itself. */
    static final String DOCUMENT = ".";

    /**
     * A characteristic.
     *
     * @param parents in which it stands
     * @param open whether it takes parms that only its application knows
     */
    record CharacteristicType(String name, Set<String> parents, boolean open, Map<String, Rule> parms) {}

    /**
     * A parm.
     *
     * @param times 1, ?, + or *
     * @param kind of its value: see the head of the file
     * @param values what the kind is about
     */
    record Rule(String name, char times, String kind, List<String> values) {
        boolean isRequired() {
            return times == '1' || times == '+';
        }

        boolean isSingle() {
            return times == '1' || times == '?';
        }
    }

    private final Map<String, CharacteristicType> types = new LinkedHashMap<>();

    private Grammar(String file) {
        DataFile.lines(file).forEach(line -> add(line.split("\t", -1)));
    }

    private void add(String... columns) {
        if (columns[0].equals("type")) {
            Set<String> parents = Set.of(columns[2].split(" "));
            types.put(
                    columns[1],
                    new CharacteristicType(columns[1], parents, columns[3].equals("open"), new LinkedHashMap<>()));
        } else {
            String[] kind = columns[3].split(" ");
            List<String> values = new ArrayList<>(List.of(kind).subList(1, kind.length));
            var rule = new Rule(columns[1], columns[2].charAt(0), kind[0], List.copyOf(values));
            type(columns[0]).orElseThrow().parms().put(columns[1], rule);
        }
    }

    Optional<CharacteristicType> type(String name) {
        return Optional.ofNullable(types.get(name));
    }
}
