package dev.slipway.bench.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A program that is run to its end. */
public record Command(List<String> words, Map<String, String> environment) {
    /** What it wrote to standard output; an exit code other than 0 is a failure. */
    public String output() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IOException(String.join(" ", words) + " ended with " + exit + ": " + said);
        }
        return said;
    }
}
