package dev.slipway.fake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Requests of phones that look for their server, as published; see the README beside them. */
public final class Subscribes {
    /** Whose they are. */
    public static final List<String> MAKERS =
            List.of("snom", "gigaset", "yealink", "audiocodes", "planet", "fanvil", "panasonic");

    private Subscribes() {}

    /** The request of a maker's phone, as on the wire. */
    public static String of(String maker) {
        try (InputStream file = Subscribes.class.getResourceAsStream("/dev/slipway/base/wire/sip/" + maker + ".sip")) {
            return new String(Objects.requireNonNull(file, maker).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\n", "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same in bytes. */
    public static byte[] bytes(String maker) {
        return of(maker).getBytes(StandardCharsets.UTF_8);
    }
}
