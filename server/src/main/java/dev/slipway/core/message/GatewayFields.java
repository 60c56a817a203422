package dev.slipway.core.message;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.messages.GatewaySetup;
import java.util.List;
import java.util.Optional;

/**
 * What a gateway was told, read by its supplier.
 *
 * @param fields of that supplier, whose fallbacks count for what is left out
 */
public record GatewayFields(GatewaySetup setup, List<Supplier.Field> fields) {
    private static final int PORT_MAX = 65_535;

    public GatewayFields {
        fields = List.copyOf(fields);
    }

    /** What was told, else the fallback; empty for neither. */
    public String text(String name) {
        return Optional.ofNullable(setup.settings().get(name)).orElseGet(() -> fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Supplier.Field::fallback)
                .findFirst()
                .orElse(""));
    }

    /** One of the secrets. */
    public Optional<Secret> secret(String name) {
        return Optional.ofNullable(setup.secrets().get(name));
    }

    /** The field {@code port}; refuses {@code gateway.field-invalid}. */
    public int port() {
        String text = text("port");
        if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > PORT_MAX) {
            throw new Refusal("gateway.field-invalid", "port takes 1 to %d.".formatted(PORT_MAX));
        }
        return Integer.parseInt(text);
    }
}
