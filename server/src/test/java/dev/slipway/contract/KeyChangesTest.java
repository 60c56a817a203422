package dev.slipway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.ledger.ChangeReader;
import dev.slipway.base.fleet.trust.SigningKey;
import dev.slipway.base.fleet.trust.SigningKeys;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Devices of every tenant hold what the keys signed, so a change of keys is a change for all of them. */
class KeyChangesTest {
    @AutoClose
    private final House house = new House();

    private final SigningKeys keys = house.rooms().keys();
    private final ChangeReader changes = house.rooms().changes();

    @Test
    void a_new_root_is_a_change_of_every_tenant() {
        long before = changes.after(0).horizon();
        keys.keep(Actor.HOUSE, House.ACT, List.of(key("a")), Optional.of(new SigningKeys.Root(1, Bytes.of(new byte[] {1
        }))));
        assertThat(changes.after(before).changes())
                .extracting(Change::kind, Change::subject)
                .containsExactlyInAnyOrder(
                        tuple(Change.Kind.TENANT, house.tenant.value()),
                        tuple(Change.Kind.TENANT, house.other.value()));
    }

    @Test
    void a_key_that_waits_for_its_root_changes_nothing_yet() {
        long before = changes.after(0).horizon();
        keys.keep(Actor.HOUSE, House.ACT, List.of(key("b")), Optional.empty());
        assertThat(changes.after(before).changes()).isEmpty();
    }

    private SigningKey key(String id) {
        return new SigningKey(id, "bundle", house.hash(1), Optional.empty(), SigningKey.State.ACTIVE);
    }
}
