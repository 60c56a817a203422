package dev.slipway.bootloader.protocol.archive;

import java.io.IOException;
import java.io.InputStream;

/** Where entries go, after the rules were checked. Paths are relative, clean and unique. */
interface EntrySink {
    void directory(String path) throws IOException;

    /** Reads {@code content} to its end. */
    void file(String path, boolean executable, InputStream content) throws IOException;
}
