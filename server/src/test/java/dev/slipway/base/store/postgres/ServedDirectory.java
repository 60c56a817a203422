package dev.slipway.base.store.postgres;

import dev.slipway.base.store.DataDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;

/** Another process that serves a data directory until it is killed; started by the journeys. */
final class ServedDirectory {
    private ServedDirectory() {}

    /** Prints the server's process id when it answers, then waits for the end of its input. */
    public static void main(String[] arguments) throws IOException {
        DataDirectory data = DataDirectory.open(Path.of(arguments[0]));
        PostgresServer server = PostgresServer.start(options(data, true));
        System.out.println(server.processId().orElseThrow());
        System.out.flush();
        if (System.in.read() < 0) {
            server.close();
        }
    }

    static PostgresOptions options(DataDirectory data, boolean durable) {
        return new PostgresOptions(data, PostgresOptions.usualCache(System.getenv()), durable, new SecureRandom());
    }

    static Process start(Path directory) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServedDirectory.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
