package dev.slipway.app;

import dev.slipway.admin.cli.Terminal;

/** The story. */
final class Try {
    private final Terminal terminal;

    Try(Terminal terminal) {
        this.terminal = terminal;
    }

    int run(String[] words) {
        terminal.out().println(words.length);
        return 0;
    }
}
