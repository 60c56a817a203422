package dev.slipway.base.wire.wap.lint;

import dev.slipway.base.wire.wap.Characteristic;
import dev.slipway.base.wire.wap.Item;
import dev.slipway.base.wire.wap.Parm;
import dev.slipway.base.wire.wap.ProvisioningDocument;
import dev.slipway.base.wire.wap.lint.Finding.Level;
import dev.slipway.base.wire.wap.lint.Grammar.CharacteristicType;
import dev.slipway.base.wire.wap.lint.Grammar.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks through a document; each run is a new one. */
public final class Linter {
    /** In TO-NAPID: any access point with the flag of that name, which may be on the phone already (ProvCont 5.6.3). */
    private static final String ANY_INTERNET = "INTERNET";

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");
    private static final int PORT_MAX = 65_535;
    private static final String KEY = "key";
    private static final String TO = "to";

    private final Grammar grammar = Grammar.PROVISIONING;
    private final Map<String, Set<String>> keys = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private int items;

    private Linter() {}

    /** What is wrong, in the order of the document. */
    public static List<Finding> lint(ProvisioningDocument document) {
        var linter = new Linter();
        document.characteristics().forEach(linter::collect);
        Map<String, Integer> order = new HashMap<>();
        for (Characteristic characteristic : document.characteristics()) {
            linter.characteristic(characteristic, Grammar.DOCUMENT, linter.place("", characteristic.type(), order));
        }
        linter.findings.sort(Comparator.comparingInt(Finding::item));
        return List.copyOf(linter.findings);
    }

    private void collect(Characteristic characteristic) {
        grammar.type(characteristic.type()).stream()
                .flatMap(type -> type.parms().values().stream())
                .filter(rule -> rule.kind().equals(KEY))
                .forEach(rule -> keys.computeIfAbsent(characteristic.type(), type -> new HashSet<>())
                        .addAll(characteristic.values(rule.name()).toList()));
    }

    /**
     * Where something stands.
     *
     * @param item in the order of the document
     * @param path from the document
     * @param nth of its name, 1 for the first
     */
    private record Place(int item, String path, int nth) {
        Place of(String missing) {
            return new Place(item, path + "/" + missing, 0);
        }
    }

    private Place place(String parent, String name, Map<String, Integer> order) {
        int nth = order.merge(name, 1, Integer::sum);
        return new Place(items++, "%s%s[%d]".formatted(parent, name, nth), nth);
    }

    private void characteristic(Characteristic characteristic, String parent, Place place) {
        Optional<CharacteristicType> known = grammar.type(characteristic.type());
        if (known.isEmpty()) {
            warn(
                    place,
                    new Said("wap.unknown-characteristic", "No specification knows it; look for a slip of the pen."));
        }
        known.ifPresent(type -> {
            if (!type.parents().contains(parent)) {
                fail(place, misplaced(type));
            }
            missing(characteristic, type, place);
        });
        Map<String, Integer> order = new HashMap<>();
        for (Item inner : characteristic.content()) {
            switch (inner) {
                case Parm parm -> {
                    Place here = place(place.path() + "/", parm.name(), order);
                    known.ifPresent(type -> parm(parm, type, here));
                }
                case Characteristic child ->
                    characteristic(child, characteristic.type(), place(place.path() + "/", child.type(), order));
            }
        }
    }

    private static Said misplaced(CharacteristicType type) {
        String where = type.parents().contains(Grammar.DOCUMENT)
                ? "directly in the document"
                : "in a "
                        + String.join(" or a ", type.parents().stream().sorted().toList());
        return new Said("wap.misplaced", "It belongs %s; phones do not find it here.".formatted(where));
    }

    private void missing(Characteristic characteristic, CharacteristicType type, Place place) {
        Set<String> there = new HashSet<>(characteristic.parms().map(Parm::name).toList());
        type.parms().values().stream()
                .filter(rule -> rule.isRequired() && !there.contains(rule.name()))
                .forEach(rule -> fail(
                        place.of(rule.name()),
                        new Said("wap.parm-missing", "This parm is needed, and it is missing; add it.")));
    }

    private void parm(Parm parm, CharacteristicType type, Place place) {
        Rule rule = type.parms().get(parm.name());
        if (rule != null) {
            if (rule.isSingle() && place.nth() > 1) {
                warn(place, new Said("wap.parm-repeated", "It may stand once; phones keep one and drop the other."));
            }
            value(parm.value().orElse(""), rule, place);
        } else if (!type.open()) {
            warn(
                    place,
                    new Said("wap.unknown-parm", "No specification knows this parm here; names are case-sensitive."));
        }
    }

    private void value(String value, Rule rule, Place place) {
        switch (rule.kind()) {
            case KEY -> key(value, rule, place);
            case TO -> reference(value, rule.values().getFirst(), place);
            default -> {
                if (!isValue(value, rule)) {
                    fail(place, outside(value, rule));
                }
            }
        }
    }

    private void key(String value, Rule rule, Place place) {
        if (value.isEmpty()) {
            fail(place, outside(value, rule));
        } else if (!seen.add(rule.name() + " " + value)) {
            fail(
                    place,
                    new Said("wap.duplicate-id", "Another one is called \"%s\" as well; rename one.".formatted(value)));
        }
    }

    private void reference(String value, String type, Place place) {
        boolean any = type.equals("NAPDEF") && value.equals(ANY_INTERNET);
        if (!any && !keys.getOrDefault(type, Set.of()).contains(value)) {
            fail(
                    place,
                    new Said(
                            "wap.dangling",
                            "No %s of the document is called \"%s\"; add it, or correct the name."
                                    .formatted(type, value)));
        }
    }

    private static boolean isValue(String value, Rule rule) {
        return switch (rule.kind()) {
            case "number" -> NUMBER.matcher(value).matches() || rule.values().contains(value);
            case "port" -> PORT.matcher(value).matches() && Integer.parseInt(value) <= PORT_MAX;
            case "one" -> rule.values().contains(value);
            case "list" -> rule.values().containsAll(List.of(value.split(",", -1)));
            default -> true;
        };
    }

    private static Said outside(String value, Rule rule) {
        String wanted =
                switch (rule.kind()) {
                    case "number" -> String.join(", ", join("digits", rule.values()));
                    case "port" -> "a port from 1 to 65535";
                    case KEY -> "a name";
                    default -> String.join(", ", rule.values());
                };
        return new Said("wap.value", "\"%s\" is none of what it may be: %s.".formatted(value, wanted));
    }

    private static List<String> join(String first, List<String> more) {
        return Stream.concat(Stream.of(first), more.stream()).toList();
    }

    private record Said(String code, String sentence) {}

    private void fail(Place place, Said said) {
        add(Level.ERROR, place, said);
    }

    private void warn(Place place, Said said) {
        add(Level.WARNING, place, said);
    }

    private void add(Level level, Place place, Said said) {
        findings.add(new Finding(level, place.item(), place.path(), said.code(), said.sentence()));
    }
}
