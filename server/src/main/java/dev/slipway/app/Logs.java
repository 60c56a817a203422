package dev.slipway.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.logging.LogManager;

/** One line an event, on standard error: time, level, package, event and its fields. */
final class Logs {
    private Logs() {}

    /** Logs from this level on; libraries only what somebody must act on. */
    static void from(String level) {
        String settings = """
                handlers=java.util.logging.ConsoleHandler
                java.util.logging.ConsoleHandler.level=ALL
                java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter
                java.util.logging.SimpleFormatter.format=%%1$tFT%%1$tT.%%1$tL %%4$-7s %%3$s %%5$s%%6$s%%n
                .level=WARNING
                dev.slipway.level=%s
                """.formatted(level.toUpperCase(Locale.ROOT));
        try {
            LogManager.getLogManager()
                    .readConfiguration(new ByteArrayInputStream(settings.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
    }
}
