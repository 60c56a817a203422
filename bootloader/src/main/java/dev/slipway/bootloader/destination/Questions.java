package dev.slipway.bootloader.destination;

import dev.slipway.bootloader.terminal.Terminal;
import java.util.Optional;

/** The last way to learn where to go: what the administrator told the user (seed 1, user-initiated method). */
final class Questions {
    private final Terminal terminal;

    public Questions(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What the person answers; nothing when nobody does. */
    public Destination ask() {
        Optional<String> first =
                terminal.ask("Paste the message, or type the alias (it@example.com), host or address:");
        if (first.isEmpty()) {
            return Destination.NONE;
        }
        String text = first.get();
        if (PastedMessage.looksLike(text)) {
            return PastedMessage.read(text);
        }
        return Destination.of(place(text)).known(terminal.ask("Key (26 letters, empty if you were given none):"));
    }

    /** One word: an address, an alias, or a host with or without its port. */
    static Place place(String word) {
        if (word.contains("://")) {
            return Place.Url.of(word);
        }
        if (word.contains("@")) {
            return new Place.Alias(word, Optional.empty());
        }
        int colon = word.lastIndexOf(':');
        return Destination.place(
                        Optional.empty(),
                        Optional.of(colon < 0 ? word : word.substring(0, colon)),
                        colon < 0 ? Optional.empty() : Optional.of(word.substring(colon + 1)))
                .orElseThrow();
    }
}
