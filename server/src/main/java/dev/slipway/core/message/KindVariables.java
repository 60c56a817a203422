package dev.slipway.core.message;

import dev.slipway.base.fleet.messages.MessageKind;
import dev.slipway.base.wire.data.DataFile;
import java.util.List;
import java.util.Locale;

/** What templates of each kind may say, from the data file {@code variables.tsv}. */
final class KindVariables {
    private static final String RESOURCE = "/dev/slipway/core/message/variables.tsv";
    private static final List<Variable> ALL = DataFile.lines(DataFile.text(KindVariables.class, RESOURCE))
            .map(line -> line.split("\t", -1))
            .map(columns -> new Variable(
                    MessageKind.valueOf(columns[0].toUpperCase(Locale.ROOT)), columns[1], columns[2], columns[3]))
            .toList();

    private KindVariables() {}

    /**
     * One of them.
     *
     * @param example what a preview shows for it
     */
    record Variable(MessageKind kind, String name, String example, String about) {}

    static List<Variable> of(MessageKind kind) {
        return ALL.stream().filter(variable -> variable.kind() == kind).toList();
    }
}
