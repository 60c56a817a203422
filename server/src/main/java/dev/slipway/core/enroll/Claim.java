package dev.slipway.core.enroll;

import dev.slipway.base.fleet.devices.DeviceIdentifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a device says about itself before we believe it.
 *
 * @param fields such as {@code platform}, {@code architecture}, {@code os}, {@code os_version}, {@code maker},
 *     {@code model}
 * @param identifiers marks by which it may be found again, normalized: see {@link Identifiers}
 */
public record Claim(Source source, Map<String, String> fields, List<DeviceIdentifier> identifiers) {
    /** More say nothing that the first ones did not. */
    public static final int IDENTIFIERS_MAX = 32;

    public Claim {
        fields = Map.copyOf(fields);
        identifiers =
                Identifiers.usable(identifiers).stream().limit(IDENTIFIERS_MAX).toList();
    }

    /** The field as a rule names it; {@code identifier.KIND} is the first identifier of that kind. */
    Optional<String> field(String name) {
        if (name.startsWith("identifier.")) {
            String kind = name.substring("identifier.".length());
            return identifiers.stream()
                    .filter(identifier -> identifier.kind().equals(kind))
                    .map(DeviceIdentifier::value)
                    .findFirst();
        }
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isBlank());
    }

    /** The same for the same device, however often it asks: its identifiers, or all fields when it has none. */
    String sameness() {
        return identifiers.isEmpty()
                ? new TreeMap<>(fields).toString()
                : identifiers.stream()
                        .map(identifier -> identifier.kind() + "=" + identifier.value())
                        .sorted()
                        .collect(Collectors.joining("\n"));
    }
}
