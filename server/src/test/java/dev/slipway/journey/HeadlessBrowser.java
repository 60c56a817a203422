package dev.slipway.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Debian's Chromium without a window: it runs scripts as scanners of links do, and takes every certificate. */
final class HeadlessBrowser {
    static final String PROGRAM = "chromium";

    private static final int SECONDS_MAX = 60;

    private final Path home;

    /** One with a profile of its own below {@code home}. */
    HeadlessBrowser(Path home) {
        this.home = home;
    }

    static boolean isInstalled() {
        return Softphone.isInstalled(PROGRAM);
    }

    /** The page as it is after ten seconds of its own time, which pass at once when nothing is on the way. */
    String dom(String url) {
        try {
            Process process = new ProcessBuilder(
                            "/usr/bin/" + PROGRAM,
                            "--headless=new",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--ignore-certificate-errors",
                            "--disable-dev-shm-usage",
                            "--user-data-dir=" + home,
                            "--virtual-time-budget=10000",
                            "--dump-dom",
                            url)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String dom = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(PROGRAM + " did not end");
            }
            return dom;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
