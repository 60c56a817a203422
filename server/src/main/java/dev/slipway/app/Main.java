package dev.slipway.app;

/** Start. */
public final class Main {
    private Main() {}

    /** Runs one command. */
    public static void main(String[] arguments) {
        System.out.println("slipway " + arguments.length);
    }
}
