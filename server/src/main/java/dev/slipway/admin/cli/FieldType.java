package dev.slipway.admin.cli;

/** How the text of an option becomes JSON. */
enum FieldType {
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
