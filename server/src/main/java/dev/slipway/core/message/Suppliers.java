package dev.slipway.core.message;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.core.message.Supplier.Field;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every supplier there is. */
public final class Suppliers {
    private static final int VALUE_LENGTH_MAX = 4_000;

    private final java.util.function.Supplier<List<Supplier>> brought;
    private Optional<List<Supplier>> known = Optional.empty();

    /**
     * Those that doors bring; asked for when the first message or administrator needs one, since a start must not
     * wait.
     */
    public Suppliers(java.util.function.Supplier<List<Supplier>> brought) {
        this.brought = brought;
    }

    /** All of them, by name. */
    public synchronized List<Supplier> all() {
        List<Supplier> all = known.orElseGet(() -> brought.get().stream()
                .sorted(Comparator.comparing(Supplier::name))
                .toList());
        known = Optional.of(all);
        return all;
    }

    /** The one of that name; refuses {@code gateway.supplier-unknown}. */
    public Supplier named(String name) {
        return find(name)
                .orElseThrow(() -> new Refusal(
                        "gateway.supplier-unknown",
                        "There is no supplier %s; there are %s."
                                .formatted(
                                        name, all().stream().map(Supplier::name).collect(Collectors.joining(", ")))));
    }

    Optional<Supplier> find(String name) {
        return all().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /**
     * Refuses {@code gateway.field-unknown}, {@code gateway.field-missing}, {@code gateway.field-secret} and
     * {@code gateway.field-invalid} what that supplier's gateways cannot be told.
     */
    public void check(GatewaySetup setup) {
        Supplier supplier = named(setup.supplier());
        Map<String, Field> known = supplier.fields().stream().collect(Collectors.toMap(Field::name, field -> field));
        Stream.concat(setup.settings().keySet().stream(), setup.secrets().keySet().stream())
                .filter(name -> !known.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw unknown(supplier, name);
                });
        supplier.fields().forEach(field -> check(setup, field));
        checkNeeded(supplier, setup);
        supplier.open(setup).close();
    }

    private static void check(GatewaySetup setup, Field field) {
        String name = field.name();
        boolean open = setup.settings().containsKey(name);
        boolean sealed = setup.secrets().containsKey(name);
        if (field.secret() ? open : sealed) {
            throw new Refusal(
                    "gateway.field-secret",
                    field.secret()
                            ? "%s is a secret: give it among the secrets.".formatted(name)
                            : "%s is no secret: give it among the settings.".formatted(name));
        }
        String value = setup.settings()
                .getOrDefault(
                        name,
                        Optional.ofNullable(setup.secrets().get(name))
                                .map(Secret::reveal)
                                .orElse(""));
        if (value.length() > VALUE_LENGTH_MAX || value.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
            throw new Refusal(
                    "gateway.field-invalid",
                    "%s has at most %d characters, none of them a control character."
                            .formatted(name, VALUE_LENGTH_MAX));
        }
    }

    private static void checkNeeded(Supplier supplier, GatewaySetup setup) {
        String missing = supplier.fields().stream()
                .filter(Field::needed)
                .map(Field::name)
                .filter(name ->
                        !setup.settings().containsKey(name) && !setup.secrets().containsKey(name))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new Refusal("gateway.field-missing", "A gateway of %s needs %s.".formatted(supplier.name(), missing));
        }
    }

    private static Refusal unknown(Supplier supplier, String name) {
        return new Refusal(
                "gateway.field-unknown",
                "A gateway of %s has no %s; it is told %s."
                        .formatted(
                                supplier.name(),
                                name,
                                supplier.fields().stream().map(Field::name).collect(Collectors.joining(", "))));
    }
}
