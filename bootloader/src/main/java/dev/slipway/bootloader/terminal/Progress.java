package dev.slipway.bootloader.terminal;

/** Shows how far one piece of work has come: a bar where a person watches, else a line per 10 percent. */
public final class Progress {
    private static final int BAR_WIDTH = 30;
    private static final int PERCENT_STEP = 10;

    private final Terminal terminal;
    private final String title;
    private final long whole;
    private int shown = -1;

    /** Of {@code whole} units, usually bytes; more than 0. */
    public Progress(Terminal terminal, String title, long whole) {
        if (whole <= 0) {
            throw new IllegalArgumentException("progress of nothing");
        }
        this.terminal = terminal;
        this.title = title;
        this.whole = whole;
    }

    /** {@code done} units are done; draws only when that changes what is seen. */
    public void reached(long done) {
        int percent = (int) (Math.min(done, whole) * 100.0 / whole);
        if (terminal.watches()) {
            bar(percent);
        } else if (percent / PERCENT_STEP > shown / PERCENT_STEP || shown < 0) {
            shown = percent;
            terminal.say(title + ": " + percent + " %");
        }
    }

    private void bar(int percent) {
        if (percent == shown) {
            return;
        }
        shown = percent;
        int full = percent * BAR_WIDTH / 100;
        terminal.redraw(title + " [" + "#".repeat(full) + ".".repeat(BAR_WIDTH - full) + "] " + percent + " %");
    }
}
