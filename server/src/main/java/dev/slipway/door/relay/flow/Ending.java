package dev.slipway.door.relay.flow;

import java.util.Locale;

/** How a connection ended: the first half of its termination code; the other is the phase in which it did. */
enum Ending {
    /** Both sides were done. */
    DONE('-'),
    /** The device ended it. */
    DEVICE('C'),
    /** What it was led to ended it. */
    SERVER('S'),
    /** This relay refused it. */
    REFUSED('P'),
    /** Nothing passed for too long. */
    IDLE('T'),
    /** There was no connection to be had to where it belongs. */
    UNREACHABLE('U'),
    /** The relay stops. */
    STOPPED('K');

    private final char letter;

    Ending(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
