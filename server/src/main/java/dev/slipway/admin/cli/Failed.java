package dev.slipway.admin.cli;

/**
 * The end of a command that did not succeed: a code, a sentence, and the exit code; no stack trace, it is an answer.
 */
final class Failed extends RuntimeException {
    private final int exit;
    private final String code;

    Failed(int exit, String code, String sentence) {
        super(sentence, null, false, false);
        this.exit = exit;
        this.code = code;
    }

    int exit() {
        return exit;
    }

    String code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
