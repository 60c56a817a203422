package dev.slipway.admin.cli.configuration;

import dev.slipway.base.fleet.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the configuration of a server into files, and makes a server like files. Each record is changed by itself: a
 * refusal in the middle leaves what was done before it, and the next run goes on from there.
 *
 * @param environment where {@code secret_from} finds {@code env:NAME}
 */
public record Configuration(Records records, Map<String, String> environment) {
    /**
     * How files are applied.
     *
     * @param dryRun says what would be done, and does nothing
     * @param prune removes what no file says
     * @param secrets sends the secrets of all records; else only of those that are made or changed, since nobody can
     *     see whether secrets are alike
     */
    public record Manner(boolean dryRun, boolean prune, boolean secrets) {}

    /** How many records of each fate. */
    public record Tally(int alike, int created, int changed, int foreign) {}

    /** Writes all of it; how many records. Refuses {@code export.directory} and {@code configuration.directory}. */
    public int export(Path directory) {
        var folder = new Folder(directory);
        folder.open();
        int written = 0;
        for (Kind kind : Kind.ALL) {
            List<ObjectNode> all = ofServer(kind).stream().map(kind::asFile).toList();
            folder.write(kind, all);
            written += all.size();
        }
        return written;
    }

    private List<ObjectNode> ofServer(Kind kind) {
        return records.all(kind.words()).stream().filter(kind::isConfiguration).toList();
    }

    /**
     * Makes the server like the files, and says each difference in a line. Every file and every secret is read before
     * anything is changed. Refuses {@code apply.directory}, {@code apply.file}, {@code apply.secret},
     * {@code configuration.directory}, and what the server refuses.
     */
    public Tally apply(Path directory, Manner manner, Consumer<String> say) {
        Plan plan = new Plan(manner);
        var folder = new Folder(directory);
        Kind.ALL.forEach(kind -> plan.add(kind, folder.read(kind)));
        plan.steps().forEach(step -> {
            step.lines().forEach(say);
            if (!manner.dryRun()) {
                step.act().run();
            }
        });
        return new Tally(plan.alike, plan.created, plan.changed, plan.foreign.size());
    }

    /** What people read, and what the server is asked. */
    private record Step(List<String> lines, Runnable act) {}

    /** All there is to do, in its order. */
    private final class Plan {
        private final SecretPlaces secrets = new SecretPlaces(environment);
        private final Manner manner;
        private final List<Step> steps = new ArrayList<>();
        private final List<Step> foreign = new ArrayList<>();
        private int alike;
        private int created;
        private int changed;

        Plan(Manner manner) {
            this.manner = manner;
        }

        /** What refers to others goes before these. */
        List<Step> steps() {
            var all = new ArrayList<>(steps);
            all.addAll(foreign.reversed());
            return all;
        }

        void add(Kind kind, List<ObjectNode> files) {
            Map<List<String>, ObjectNode> server = new LinkedHashMap<>();
            ofServer(kind).forEach(record -> server.put(kind.identity(record), record));
            Set<List<String>> said = new HashSet<>();
            for (ObjectNode file : kind.inOrder(files)) {
                if (!said.add(kind.identity(file))) {
                    throw new Refusal(
                            "apply.file",
                            "%s %s is said by two files: remove one.".formatted(kind.words(), kind.name(file)));
                }
                ObjectNode known = server.remove(kind.identity(file));
                if (known == null) {
                    create(kind, file);
                } else {
                    change(kind, known, file);
                }
            }
            kind.inOrder(List.copyOf(server.values())).forEach(record -> remove(kind, record));
        }

        private void create(Kind kind, ObjectNode file) {
            ObjectNode body = resolved(withoutNulls(file));
            created++;
            steps.add(new Step(
                    List.of("+ " + kind.words() + " " + kind.name(file)), () -> records.create(kind.words(), body)));
        }

        private void change(Kind kind, ObjectNode known, ObjectNode file) {
            Difference difference = Difference.between(kind.asFile(known), file);
            List<String> lines = new ArrayList<>();
            if (difference.isNone()) {
                alike++;
            } else {
                changed++;
                lines.add("~ " + kind.words() + " " + kind.name(file));
                difference.lines().forEach(line -> lines.add("    " + line));
            }
            ObjectNode patch = difference.patch();
            if (manner.secrets() || !difference.isNone()) {
                SecretPlaces.holding(file).forEach(field -> patch.set(field, file.path(field)));
            }
            if (!patch.isEmpty()) {
                ObjectNode body = resolved(patch);
                String id = known.path("id").asString("");
                steps.add(new Step(lines, () -> records.change(kind.words(), id, body)));
            }
        }

        private void remove(Kind kind, ObjectNode record) {
            String sign = manner.prune() ? "- " : "? ";
            String id = record.path("id").asString("");
            foreign.add(new Step(List.of(sign + kind.words() + " " + kind.name(record)), () -> {
                if (manner.prune()) {
                    records.remove(kind.words(), id);
                }
            }));
        }

        /** Who only looks needs no secrets. */
        private ObjectNode resolved(ObjectNode body) {
            return manner.dryRun() ? body : secrets.resolved(body);
        }
    }

    private static ObjectNode withoutNulls(ObjectNode file) {
        ObjectNode said = file.objectNode();
        file.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .forEach(field -> said.set(field.getKey(), field.getValue()));
        return said;
    }
}
