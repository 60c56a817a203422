package dev.slipway.base.fleet.messages;

import java.util.List;

/** The templates that a tenant wrote itself. */
public interface Wordings {
    /** All of them: a tenant has some dozens at most. */
    List<Wording> all();

    /** Keeps it instead of the one of the same key. */
    void set(Wording wording);

    /** Takes it away, so that the one that is shipped counts again; false when there was none. */
    boolean reset(Wording.Key key);
}
