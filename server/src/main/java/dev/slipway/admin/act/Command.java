package dev.slipway.admin.act;

import dev.slipway.base.fleet.acts.Act;

/**
 * One administrative act, ready to be done.
 *
 * @param <T> what it results in
 */
public interface Command<T> {
    /** What it is about; the caller's role must allow to change that. */
    Area area();

    /** What the journal says; {@code acting} sees the state before. */
    Act act(Acting acting);

    /** Does it, inside the transaction; a refusal undoes everything. */
    T run(Acting acting);
}
