package dev.slipway.core.bundle;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.trust.SigningKey;
import dev.slipway.base.fleet.trust.SigningKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signing keys as the database keeps them. */
final class MemorySigningKeys implements SigningKeys {
    private final Map<String, SigningKey> keys = new LinkedHashMap<>();
    private final List<Bytes> roots = new ArrayList<>();

    @Override
    public synchronized List<SigningKey> all() {
        return List.copyOf(keys.values());
    }

    @Override
    public synchronized List<Bytes> roots() {
        return List.copyOf(roots);
    }

    @Override
    public synchronized void keep(Actor actor, Act act, List<SigningKey> kept, Optional<Root> root) {
        if (root.isPresent() && root.get().version() != roots.size() + 1) {
            throw new Refusal("keys.conflict", "There is such a root already.");
        }
        root.ifPresent(next -> roots.add(next.document()));
        kept.forEach(key -> keys.put(key.keyId(), key));
    }
}
