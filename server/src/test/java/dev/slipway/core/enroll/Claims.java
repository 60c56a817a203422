package dev.slipway.core.enroll;

import dev.slipway.base.fleet.devices.DeviceIdentifier;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Claims of test devices. */
final class Claims {
    static final Source HOME = new Source("203.0.113.7", "test", true, "");
    static final Map<String, String> LINUX =
            Map.of("platform", "linux", "architecture", "x86_64", "maker", "Dell Inc.", "model", "XPS 13 / 9310");

    private Claims() {}

    /** A Linux machine with these marks, each {@code kind=value}. */
    static Claim linux(String... marks) {
        return of(HOME, LINUX, marks);
    }

    static Claim from(String address) {
        return of(new Source(address, "test", true, ""), LINUX, "serial=S1");
    }

    static Claim of(Source source, Map<String, String> fields, String... marks) {
        List<DeviceIdentifier> identifiers = Stream.of(marks)
                .map(mark -> mark.split("=", 2))
                .map(mark -> new DeviceIdentifier(mark[0], mark[1]))
                .toList();
        return new Claim(source, fields, identifiers);
    }
}
