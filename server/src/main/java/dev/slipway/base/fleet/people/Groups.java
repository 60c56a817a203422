package dev.slipway.base.fleet.people;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Named;
import java.util.Collection;
import java.util.List;

/**
 * The groups of a tenant and who is in them.
 */
public interface Groups extends Named<Group> {
    /** Every group, ordered by id; a tenant has thousands, not millions. */
    List<Group> all();

    /** These groups and all above them, in no order; one look for all. */
    List<Group> upFrom(Collection<Id<Group>> leaves);
}
