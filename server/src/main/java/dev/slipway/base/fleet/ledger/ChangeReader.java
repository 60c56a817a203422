package dev.slipway.base.fleet.ledger;

import dev.slipway.base.fleet.acts.Change;
import java.time.Duration;
import java.util.List;

/**
 * The change log, for a node that answers from memory.
 *
 * <p>A transaction that began earlier may commit later, so a reader waits until none before a change is still open;
 * then nothing is lost and nothing read twice.
 */
public interface ChangeReader {
    /** What was committed since {@code horizon}; 0 for all there is. */
    Read after(long horizon);

    /**
     * One step.
     *
     * @param changes in the order of their serials
     * @param horizon where the next step begins
     * @param more whether there was more than fits into one step
     * @param lag how long the oldest change that is not read yet has waited
     */
    record Read(List<Change> changes, long horizon, boolean more, Duration lag) {
        public Read {
            changes = List.copyOf(changes);
        }
    }
}
