package dev.slipway.app;

import dev.slipway.admin.cli.Cli;
import dev.slipway.admin.cli.Terminal;
import dev.slipway.bootloader.Bootloader;
import java.nio.file.Path;
import java.util.Arrays;

/** Where every command begins: {@code serve}, {@code try} and {@code bootloader} here, all others in {@code admin.cli}. */
public final class Main {
    private Main() {}

    /** Runs one command and ends with its exit code (DESIGN section 7). */
    public static void main(String[] arguments) {
        Terminal terminal = new Terminal(
                System.in, System.out, System.err, System.getenv(), Path.of(System.getProperty("user.home")));
        String command = arguments.length == 0 ? "" : arguments[0];
        String[] rest = Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
        switch (command) {
            case "serve" -> System.exit(new Serve(terminal).run(rest));
            case "try" -> System.exit(new Try(terminal).run(rest));
            case "bootloader" -> Bootloader.main(rest);
            default -> System.exit(new Cli(terminal).run(arguments));
        }
    }
}
