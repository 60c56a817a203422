package dev.slipway.base.wire.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A text with variables. */
public final class Template {
    /** A long letter; whoever needs more wants a document. */
    public static final int CHARACTERS_MAX = 10_000;

    static final int VARIABLES_MAX = 100;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{0,63}");
    private static final String OPENING = "${";
    private static final String ESCAPED = "$${";

    private final List<Piece> pieces;

    private Template(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    private sealed interface Piece {
        record Words(String text) implements Piece {}

        record Variable(String name) implements Piece {}
    }

    /** Reads a text of at most {@value #CHARACTERS_MAX} characters and {@value #VARIABLES_MAX} variables. */
    public static Template parse(String text) throws TemplateMalformed {
        if (text.length() > CHARACTERS_MAX) {
            throw new TemplateMalformed(CHARACTERS_MAX, "a template has at most " + CHARACTERS_MAX + " characters");
        }
        List<Piece> pieces = new ArrayList<>();
        int variables = 0;
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith(ESCAPED, at)) {
                pieces.add(new Piece.Words(OPENING));
                at += ESCAPED.length();
            } else if (text.startsWith(OPENING, at)) {
                if (++variables > VARIABLES_MAX) {
                    throw new TemplateMalformed(at, "a template has at most " + VARIABLES_MAX + " variables");
                }
                String name = name(text, at);
                pieces.add(new Piece.Variable(name));
                at += OPENING.length() + name.length() + 1;
            } else {
                int end = next(text, at + 1);
                pieces.add(new Piece.Words(text.substring(at, end)));
                at = end;
            }
        }
        return new Template(pieces);
    }

    /** Where the next dollar sign is, or the end. */
    private static int next(String text, int from) {
        int dollar = text.indexOf('$', from);
        return dollar < 0 ? text.length() : dollar;
    }

    private static String name(String text, int at) throws TemplateMalformed {
        int start = at + OPENING.length();
        int end = text.indexOf('}', start);
        if (end < 0) {
            throw new TemplateMalformed(at, "${ is never closed; write $${ for the characters themselves");
        }
        String name = text.substring(start, end);
        if (!NAME.matcher(name).matches()) {
            throw new TemplateMalformed(start, "a variable has 1 to 64 a-z, 0-9 and . _ - and begins with a letter");
        }
        return name;
    }

    /** The names of its variables, each once, in order. */
    public SequencedSet<String> variables() {
        SequencedSet<String> names = new LinkedHashSet<>();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Variable(String name)) {
                names.add(name);
            }
        }
        return names;
    }

    /** The text with {@code values} in the place of names; what a value says is not searched again. */
    public String fill(UnaryOperator<String> values) {
        var filled = new StringBuilder();
        for (Piece piece : pieces) {
            filled.append(
                    switch (piece) {
                        case Piece.Words(String text) -> text;
                        case Piece.Variable(String name) -> values.apply(name);
                    });
        }
        return filled.toString();
    }
}
