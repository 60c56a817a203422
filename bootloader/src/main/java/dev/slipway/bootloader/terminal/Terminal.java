package dev.slipway.bootloader.terminal;

import java.util.Optional;

/** Where questions are asked and progress is shown. */
public interface Terminal {
    /** The answer to a question, trimmed; empty when nobody can or wants to answer. */
    Optional<String> ask(String question);

    /** The answer to a question that is not shown while it is typed; empty when nobody answers. The caller wipes it. */
    Optional<char[]> askSecret(String question);

    /** One sentence on a line of its own. */
    void say(String sentence);

    /** Replaces the line shown last by {@code line}; only where a person {@link #watches()}. */
    void redraw(String line);

    /** Whether standard error is a screen, so that a moving bar makes sense. */
    boolean watches();
}
