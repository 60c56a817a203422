package dev.slipway.base.fleet.people;

import dev.slipway.base.fleet.Named;
import java.util.List;

/**
 * The groups of a tenant and who is in them.
 */
public interface Groups extends Named<Group> {
    /** Every group, ordered by id; a tenant has thousands, not millions. */
    List<Group> all();
}
