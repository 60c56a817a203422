package dev.slipway.admin.act.importing;

import dev.slipway.base.fleet.Refusal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What is wrong with rows, each thing once. */
final class RowFaults {
    private final Set<RowFault> faults = new LinkedHashSet<>();

    /** What a field says; empty when it is empty, or refused and noted. */
    <C extends Titled, T> Optional<T> read(SheetRow<C> row, C column, Function<String, T> reading) {
        if (!row.has(column)) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.apply(row.text(column)));
        } catch (Refusal refusal) {
            add(row, column, refusal);
            return Optional.empty();
        }
    }

    <C extends Titled> void add(SheetRow<C> row, C column, Refusal refusal) {
        faults.add(new RowFault(row.number(), column.word(), refusal.code(), refusal.sentence()));
    }

    List<RowFault> all() {
        return List.copyOf(faults);
    }
}
