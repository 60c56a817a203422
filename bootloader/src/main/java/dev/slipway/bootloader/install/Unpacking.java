package dev.slipway.bootloader.install;

import java.io.IOException;
import java.nio.file.Path;

/** Unpacks an archive. */
@FunctionalInterface
interface Unpacking {
    /** Puts what {@code archive} holds into the new directory {@code into}, synced, and nothing anywhere else. */
    void unpack(Path archive, Path into) throws IOException;
}
