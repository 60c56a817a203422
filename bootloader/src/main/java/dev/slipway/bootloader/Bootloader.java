package dev.slipway.bootloader;

import dev.slipway.bootloader.claim.ThisMachine;
import dev.slipway.bootloader.contact.Device;
import dev.slipway.bootloader.contact.Device.World;
import dev.slipway.bootloader.home.Home;
import dev.slipway.bootloader.outcome.Exit;
import dev.slipway.bootloader.outcome.Refusal;
import dev.slipway.bootloader.terminal.SystemTerminal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/** Starts the program: the one place that reads the clock, the environment and the machine. */
public final class Bootloader {
    private Bootloader() {}

    /** Runs one command and ends with its exit status; SIGTERM lets a daemon end its step and then ends with 0. */
    public static void main(String[] arguments) {
        var stop = new StopSignal();
        stop.listen();
        Exit exit = Exit.FAULT;
        try {
            exit = run(arguments, stop);
        } finally {
            stop.finished();
        }
        System.exit(exit.status());
    }

    private static Exit run(String[] arguments, StopSignal stop) {
        try {
            return run(Options.parse(arguments), stop);
        } catch (Refusal refusal) {
            return said(refusal);
        }
    }

    /** With {@code --pause}, a window that closes with the program stays until somebody has read it. */
    private static Exit run(Options options, StopSignal stop) {
        Device device = device(options, stop);
        Exit exit;
        try {
            exit = new Commands(options, device, Bootloader.class).run(System.out);
        } catch (Refusal refusal) {
            exit = said(refusal);
        }
        if (options.switches().contains(Options.Switch.PAUSE)) {
            device.terminal().ask("Press Enter to close this window.");
        }
        return exit;
    }

    private static Exit said(Refusal refusal) {
        System.err.println(refusal.code() + ": " + refusal.sentence());
        return refusal.exit();
    }

    private static Device device(Options options, StopSignal stop) {
        Path userHome = Path.of(System.getProperty("user.home", "."));
        Home home = options.home()
                .map(Home::new)
                .orElseGet(() -> Home.usual(
                        System.getenv(),
                        System.getProperty("os.name", ""),
                        System.getProperty("user.name", ""),
                        userHome));
        var chance = new SecureRandom();
        return new Device(
                home,
                new ThisMachine(Path.of("/"), System.getProperties(), home.directory(), chance),
                new SystemTerminal(System.err, !options.yes()),
                new World(InstantSource.system(), chance, stop::await),
                System.getenv(),
                version());
    }

    private static String version() {
        return Optional.ofNullable(Bootloader.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
