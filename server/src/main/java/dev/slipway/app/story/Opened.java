package dev.slipway.app.story;

import java.nio.file.Path;
import java.util.Map;

/** Opens a server for the story: in {@code data}, with these settings, waiting for no disk. */
@FunctionalInterface
public interface Opened {
    /** It answers when this returns; closing it ends everything that it started. */
    Running server(Path data, Map<String, String> settings);

    /** A server at work. */
    interface Running extends AutoCloseable {
        /** Where its portal is. */
        String portal();

        @Override
        void close();
    }
}
