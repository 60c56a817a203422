package dev.slipway.bootloader.terminal;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * The process's own terminal. Without one, standard input answers: a line for each question, the password included, so
 * that a script can log on without showing the password in the process list.
 */
public final class SystemTerminal implements Terminal {
    private final Optional<Console> console;
    private final BufferedReader input;
    private final PrintStream out;
    private final boolean questions;
    private int shown;

    /** Says on {@code out}; asks nothing at all unless {@code questions}. */
    public SystemTerminal(PrintStream out, boolean questions) {
        this.console = Optional.ofNullable(System.console());
        this.input = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        this.out = out;
        this.questions = questions;
    }

    @Override
    public Optional<String> ask(String question) {
        if (!questions) {
            return Optional.empty();
        }
        clear();
        out.print(question + " ");
        out.flush();
        return line().map(String::strip).filter(answer -> !answer.isEmpty());
    }

    @Override
    public Optional<char[]> askSecret(String question) {
        if (!questions) {
            return Optional.empty();
        }
        clear();
        out.print(question + " ");
        out.flush();
        if (console.isPresent()) {
            return Optional.ofNullable(console.get().readPassword("")).filter(answer -> answer.length > 0);
        }
        return line().map(String::toCharArray).filter(answer -> answer.length > 0);
    }

    @Override
    public void say(String sentence) {
        clear();
        out.println(sentence);
    }

    @Override
    public void redraw(String line) {
        out.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
        out.flush();
        shown = line.length();
    }

    @Override
    public boolean watches() {
        return console.isPresent();
    }

    private void clear() {
        if (shown > 0) {
            out.println();
            shown = 0;
        }
    }

    private Optional<String> line() {
        try {
            return Optional.ofNullable(input.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be read", e);
        }
    }
}
