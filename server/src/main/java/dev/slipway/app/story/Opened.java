package dev.slipway.app.story;

import java.nio.file.Path;
import java.util.Map;

/** Opens a server for the story: in {@code data}, with these settings, waiting for no disk. */
@FunctionalInterface
public interface Opened {
    /** It answers when this returns; closing it ends everything that it started. */
    AutoCloseable server(Path data, Map<String, String> settings);
}
