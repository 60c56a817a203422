package dev.slipway.base.fleet.trust;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Actor;
import java.util.List;
import java.util.Optional;

/**
 * The keys of the installation and its chain of root documents; each call is a transaction of its own.
 */
public interface SigningKeys {
    /** Every key, oldest first. */
    List<SigningKey> all();

    /** The root documents, version 1 first, as signed. */
    List<Bytes> roots();

    /**
     * Keeps keys (new or changed) and, when given, the next root document in one step.
     *
     * <p>A version of the root document that is taken already is the refusal {@code keys.conflict}.
     */
    void keep(Actor actor, Act act, List<SigningKey> keys, Optional<Root> root);

    /** A root document and its version. */
    record Root(int version, Bytes document) {}
}
