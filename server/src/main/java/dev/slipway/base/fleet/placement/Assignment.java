package dev.slipway.base.fleet.placement;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import java.time.Instant;

/**
 * Desired state: this layer shall have this.
 *
 * @param rank within a layer the higher wins, then the newer assignment
 * @param isFinal no stronger layer changes what it gives
 * @param assigned when it was made or last changed
 */
public record Assignment(Id<Assignment> id, Placed placed, Place place, int rank, boolean isFinal, Instant assigned)
        implements Identified<Assignment> {}
