package dev.slipway.bootloader.fake;

import dev.slipway.bootloader.terminal.Terminal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A person who gives the prepared answers in turn, then none. */
public final class FakeTerminal implements Terminal {
    public final List<String> said = new ArrayList<>();
    public final List<String> asked = new ArrayList<>();
    private final Deque<String> answers;
    private final boolean watching;

    public FakeTerminal(String... answers) {
        this(false, answers);
    }

    public FakeTerminal(boolean watching, String... answers) {
        this.answers = new ArrayDeque<>(List.of(answers));
        this.watching = watching;
    }

    @Override
    public Optional<String> ask(String question) {
        asked.add(question);
        return Optional.ofNullable(answers.poll()).filter(answer -> !answer.isEmpty());
    }

    @Override
    public Optional<char[]> askSecret(String question) {
        return ask(question).map(String::toCharArray);
    }

    @Override
    public void say(String sentence) {
        said.add(sentence);
    }

    @Override
    public void redraw(String line) {
        said.add(line);
    }

    @Override
    public boolean watches() {
        return watching;
    }
}
