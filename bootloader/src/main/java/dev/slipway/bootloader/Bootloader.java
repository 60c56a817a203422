package dev.slipway.bootloader;

/** The program on the device. */
public final class Bootloader {
    private Bootloader() {}

    /** Runs one command and ends with its exit status. */
    public static void main(String[] arguments) {
        System.out.println("bootloader " + arguments.length);
    }
}
