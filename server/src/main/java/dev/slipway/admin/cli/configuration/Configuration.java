package dev.slipway.admin.cli.configuration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** Writes all of it; how many records. Refuses {@code export.directory}. */
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
     * Makes the server like the files, and says each difference in a line. Every file is read before anything is
     * changed. Refuses {@code apply.directory}, {@code apply.file}, {@code apply.secret}, and what the server refuses.
     */
    public Tally apply(Path directory, Manner manner, Consumer<String> say) {
        var folder = new Folder(directory);
        List<Step> steps = new ArrayList<>();
        for (Kind kind : Kind.ALL) {
            steps.add(step(kind, folder.read(kind)));
        }
        for (Step step : steps) {
            step.create().forEach(file -> create(step.kind(), file, manner, say));
            step.change().forEach(change -> change(step.kind(), change, manner, say));
        }
        Collections.reverse(steps);
        steps.forEach(step -> foreign(step, manner, say));
        return new Tally(
                steps.stream().mapToInt(Step::alike).sum(),
                steps.stream().mapToInt(step -> step.create().size()).sum(),
                (int) steps.stream()
                        .flatMap(step -> step.change().stream())
                        .filter(change -> !change.difference().isNone())
                        .count(),
                steps.stream().mapToInt(step -> step.foreign().size()).sum());
    }

    private record Change(String id, String name, Difference difference, ObjectNode file) {}

    /** What there is to do for one kind. */
    private record Step(Kind kind, List<ObjectNode> create, List<Change> change, List<ObjectNode> foreign) {
        int alike() {
            return (int)
                    change.stream().filter(each -> each.difference().isNone()).count();
        }
    }

    private Step step(Kind kind, List<ObjectNode> files) {
        Map<String, ObjectNode> server = new HashMap<>();
        ofServer(kind).forEach(record -> server.put(told(kind, record), record));
        List<ObjectNode> create = new ArrayList<>();
        List<Change> change = new ArrayList<>();
        for (ObjectNode file : kind.inOrder(files)) {
            ObjectNode known = server.remove(told(kind, file));
            if (known == null) {
                create.add(file);
            } else {
                Difference difference = Difference.between(kind.asFile(known), file);
                change.add(new Change(known.path("id").asString(""), kind.name(file), difference, file));
            }
        }
        List<ObjectNode> foreign = new ArrayList<>(kind.inOrder(List.copyOf(server.values())));
        Collections.reverse(foreign);
        return new Step(kind, create, change, foreign);
    }

    private static String told(Kind kind, ObjectNode record) {
        return kind.name(record).toLowerCase(Locale.ROOT);
    }

    private void create(Kind kind, ObjectNode file, Manner manner, Consumer<String> say) {
        say.accept("+ " + kind.words() + " " + kind.name(file));
        if (!manner.dryRun()) {
            records.create(kind.words(), new SecretPlaces(environment).resolved(withoutNulls(file)));
        }
    }

    private static ObjectNode withoutNulls(ObjectNode file) {
        ObjectNode said = file.deepCopy();
        said.propertyNames().stream().toList().forEach(field -> {
            if (said.path(field).isNull()) {
                said.remove(field);
            }
        });
        return said;
    }

    private void change(Kind kind, Change change, Manner manner, Consumer<String> say) {
        Difference difference = change.difference();
        if (!difference.isNone()) {
            say.accept("~ " + kind.words() + " " + change.name());
            difference.lines().forEach(line -> say.accept("    " + line));
        }
        ObjectNode patch = difference.patch();
        ObjectNode file = change.file();
        if (manner.secrets() || !difference.isNone()) {
            SecretPlaces.holding(file).forEach(field -> patch.set(field, file.path(field)));
        }
        if (!patch.isEmpty() && !manner.dryRun()) {
            records.change(kind.words(), change.id(), new SecretPlaces(environment).resolved(patch));
        }
    }

    private void foreign(Step step, Manner manner, Consumer<String> say) {
        for (ObjectNode record : step.foreign()) {
            String name = step.kind().words() + " " + step.kind().name(record);
            say.accept((manner.prune() ? "- " : "? ") + name);
            if (manner.prune() && !manner.dryRun()) {
                records.remove(step.kind().words(), record.path("id").asString(""));
            }
        }
    }
}
