package dev.slipway.core.settings.merge;

import dev.slipway.base.fleet.placement.Assignment;
import java.util.Comparator;

/**
 * Something given to a device by an assignment, standing in a layer.
 *
 * @param position place among the settings of the profile, 0 for the first
 * @param <T> what is given
 */
public record Candidate<T extends Given>(Layer layer, Assignment assignment, int position, T given) {
    /**
     * Weakest first, and never equal for two candidates: layer, rank, age, then the id of the assignment (larger wins,
     * an arbitrary but lasting order), then the place in the profile (later wins).
     */
    static final Comparator<Candidate<?>> STRENGTH = Comparator.<Candidate<?>, Layer>comparing(Candidate::layer)
            .thenComparingInt(candidate -> candidate.assignment().rank())
            .thenComparing(candidate -> candidate.assignment().assigned())
            .thenComparing(candidate -> candidate.assignment().id())
            .thenComparingInt(Candidate::position);
}
