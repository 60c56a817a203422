package dev.slipway.base.store.sql;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Change;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * What one transaction changes for devices, each subject once.
 */
public final class Changes {
    /** A transaction that changes more subjects than this changes its whole tenant: one row instead of thousands. */
    static final int SUBJECTS_MAX = 1000;

    private final SequencedSet<Subject> subjects = new LinkedHashSet<>();
    private boolean everyone;

    /** Notes that devices of this subject are answered differently. */
    public void note(Change.Kind kind, Id<?> subject) {
        everyone = everyone || kind == Change.Kind.TENANT;
        if (!everyone && subjects.add(new Subject(kind, subject.value()))) {
            everyone = subjects.size() > SUBJECTS_MAX;
        }
    }

    /** Notes that any device of the tenant may be answered differently. */
    public void noteEveryone() {
        everyone = true;
    }

    /** What was noted; the tenant alone when it covers the rest. */
    public List<Subject> subjects(Id<?> tenant) {
        return everyone ? List.of(new Subject(Change.Kind.TENANT, tenant.value())) : List.copyOf(subjects);
    }

    /** One subject of a change. */
    public record Subject(Change.Kind kind, long id) {}
}
