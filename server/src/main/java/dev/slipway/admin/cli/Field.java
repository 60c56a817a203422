package dev.slipway.admin.cli;

import java.util.Locale;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An option that fills in a field of a record.
 *
 * @param path in the record, such as {@code person.email}
 * @param needed whether a new record has to have it
 */
record Field(String option, String path, Type type, String description, boolean needed) {
    /** How the text of an option becomes JSON. */
    enum Type {
        TEXT,
        /** An enum, in lower case. */
        WORD,
        NUMBER,
        FLAG,
        /** May be given several times. */
        TEXTS,
        /** {@code KIND=VALUE}, several times. */
        PAIRS,
        /** {@code FIELD OPERATOR VALUE}, several times. */
        RULES,
        /** The first line of standard input. */
        SECRET
    }

    /** One that may be left out. */
    Field(String option, String path, Type type, String description) {
        this(option, path, type, description, false);
    }

    /** This one, which a new record has to have. */
    Field necessary() {
        return new Field(option, path, type, description, true);
    }

    /** For a record that is there: whatever is left out stays as it is. */
    OptionSpec spec() {
        return builder().build();
    }

    /** For a new record. */
    OptionSpec ofNew() {
        return builder().required(needed).build();
    }

    private OptionSpec.Builder builder() {
        OptionSpec.Builder option = OptionSpec.builder(option()).description(description);
        return switch (type) {
            case TEXT, WORD, NUMBER -> option.type(String.class).paramLabel(label());
            case FLAG -> option.type(boolean.class).negatable(true);
            case SECRET -> option.type(boolean.class);
            case TEXTS, PAIRS, RULES ->
                option.type(java.util.List.class).auxiliaryTypes(String.class).paramLabel(label());
        };
    }

    /** Puts what was given into {@code record}; what was not given leaves it as it is. */
    void fill(ObjectNode record, Session session) {
        if (!session.flag(option)) {
            return;
        }
        ObjectNode holder = record;
        String name = path;
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.')) {
            String outer = name.substring(0, dot);
            holder = holder.get(outer) instanceof ObjectNode there ? there : holder.putObject(outer);
            name = name.substring(dot + 1);
        }
        holder.set(name, value(session));
    }

    private String label() {
        return option.replaceFirst("^-+", "").toUpperCase(Locale.ROOT);
    }

    private JsonNode value(Session session) {
        var nodes = Rest.JSON.getNodeFactory();
        return switch (type) {
            case TEXT -> nodes.stringNode(session.option(option).orElseThrow());
            case WORD -> nodes.stringNode(session.option(option).orElseThrow().toLowerCase(Locale.ROOT));
            case NUMBER -> nodes.numberNode(number(session.option(option).orElseThrow()));
            case FLAG -> nodes.booleanNode(session.isOn(option));
            case SECRET -> nodes.stringNode(session.line());
            case TEXTS -> {
                var texts = nodes.arrayNode();
                session.options(option).forEach(texts::add);
                yield texts;
            }
            case PAIRS -> {
                var pairs = nodes.arrayNode();
                session.options(option).forEach(text -> pairs.add(pair(text)));
                yield pairs;
            }
            case RULES -> {
                var rules = nodes.arrayNode();
                session.options(option).forEach(text -> rules.add(rule(text)));
                yield rules;
            }
        };
    }

    private int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException wrong) {
            throw new Failed(Exit.USAGE, "cli.number", option + " takes a whole number; " + text + " is none.");
        }
    }

    private ObjectNode pair(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new Failed(Exit.USAGE, "cli.pair", option + " takes KIND=VALUE, such as mac=00:04:13:aa:bb:cc.");
        }
        return Rest.JSON
                .createObjectNode()
                .put("kind", text.substring(0, equals))
                .put("value", text.substring(equals + 1));
    }

    private ObjectNode rule(String text) {
        String[] parts = text.strip().split("\\s+", 3);
        if (parts.length < 2) {
            throw new Failed(
                    Exit.USAGE, "cli.rule", option + " takes FIELD is|starts-with|matches VALUE, or FIELD present.");
        }
        return Rest.JSON
                .createObjectNode()
                .put("field", parts[0])
                .put("operator", parts[1].replace('-', '_').toLowerCase(Locale.ROOT))
                .put("value", parts.length < 3 ? "" : parts[2]);
    }
}
